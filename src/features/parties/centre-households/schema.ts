import { z } from 'zod'
import { id, line, version } from '@/core/fields'

const fields = { name: line(60), buildingId: id().nullable(), personName: line(40).nullable() }

export const newCentreHousehold = z.strictObject(fields)
export type NewCentreHousehold = z.output<typeof newCentreHousehold>

export const centreHouseholdChanges = z.strictObject({ ...fields, version: version() })
export type CentreHouseholdChanges = z.output<typeof centreHouseholdChanges>

export const groupKey = z.strictObject({ id: id() })
export const centreHouseholdKey = z.strictObject({ id: id() })
export const centreHouseholdVersion = z.strictObject({ version: version() })
export const buildingSearch = z.strictObject({ q: line(60).optional() })
