'use client'

import { createContext, useContext } from 'react'

/** What the last answer said was wrong, by field; it stays until the next answer, so that nothing moves under a finger that is about to press a button. */
export const FormFaults = createContext<Readonly<Record<string, string>>>({})

/** The words for a field: its own, else those of the form's last answer. */
export function useFault(name: string | undefined, own: string | undefined): string | undefined {
  const faults = useContext(FormFaults)
  return own ?? (name === undefined ? undefined : faults[name])
}
