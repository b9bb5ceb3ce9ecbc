'use client'

import { TextField, type TextFieldProps } from './text-field'

export type DateFieldProps = Omit<TextFieldProps, 'type' | 'inputMode'>

/** A day, by the browser's own calendar; its value is YYYY-MM-DD. */
export function DateField(props: DateFieldProps) {
  return <TextField {...props} type={'date' as 'text'} />
}
