import { z } from 'zod'
import { id, line, version, wholeNumber } from '@/core/fields'

/** Stairwells are changed as parts of their building: the version is the building's. */
export const newStairwell = z.strictObject({
  /** The next free one where none is given. */
  number: wholeNumber(1, 99).nullable(),
  name: line(20).nullable(),
  version: version(),
})
export type NewStairwell = z.output<typeof newStairwell>

export const stairwellChanges = z.strictObject({ name: line(20), version: version() })
export type StairwellChanges = z.output<typeof stairwellChanges>

export const stairwellKey = z.strictObject({ id: id() })
export const stairwellVersion = z.strictObject({ version: version() })
