'use client'

import { TextField, type TextFieldProps } from './text-field'

export type MonthFieldProps = Omit<TextFieldProps, 'type' | 'inputMode'>

/** A month, by the browser's own calendar; its value is YYYY-MM. */
export function MonthField(props: MonthFieldProps) {
  return <TextField {...props} type={'month' as 'text'} />
}
