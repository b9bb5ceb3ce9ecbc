import { z } from 'zod'
import { id, line, phone, version, wholeNumber } from '@/core/fields'

/** What the list of flexible hours can be asked for; `street` finds the rows that hold in every community. */
export const flexibleHoursFilter = z.strictObject({
  q: line(60).optional(),
  community: z.union([id(), z.literal('street')]).optional(),
  hours: z.enum(['unclear']).optional(),
  ended: z.enum(['yes']).optional(),
  size: z.coerce.number().int().min(10).max(100).optional(),
  columns: z.string().max(200).optional(),
})
export type FlexibleHoursFilter = z.output<typeof flexibleHoursFilter>

const fields = {
  title: line(40),
  hoursText: line(120),
  place: line(60).nullable(),
  /** Of an office, for all to see: a mobile is somebody's own, and its owner would have to be asked. */
  phone: phone()
    .refine((number) => !/^1[3-9]\d{9}$/.test(number), { error: 'landline' })
    .nullable(),
  position: wholeNumber(0, 999),
}

/** A row without a community holds in the whole street. */
export const newFlexibleHours = z.strictObject({ ...fields, communityId: id().nullable() })
export type NewFlexibleHours = z.output<typeof newFlexibleHours>

export const flexibleHoursChanges = z.strictObject({ ...fields, version: version() })
export type FlexibleHoursChanges = z.output<typeof flexibleHoursChanges>

export const flexibleHoursKey = z.strictObject({ id: id() })
export const flexibleHoursVersion = z.strictObject({ version: version() })
