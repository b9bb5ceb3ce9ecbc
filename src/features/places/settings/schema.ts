import { z } from 'zod'
import { line, timeOfDay, version, wholeNumber } from '@/core/fields'

/** A host name as a browser asks for it: labels of letters, digits and hyphens, without port or path. */
const hostName = () =>
  z
    .string()
    .max(253)
    .regex(/^\s*(?!-)[a-z0-9-]{1,63}(?:\.(?!-)[a-z0-9-]{1,63})*\s*$/i)
    .transform((text) => text.trim().toLowerCase())

export const settingsChanges = z.strictObject({
  name: line(40),
  hostName: hostName().nullable(),
  secondFactor: z.enum(['optional', 'required']),
  quietFrom: timeOfDay(),
  quietTo: timeOfDay(),
  alarmEmail: z.email().max(120).nullable(),
  /** What is not sent stays as it is. */
  electionTurnoutPercent: wholeNumber(0, 99).optional(),
  electionWinnerPercent: wholeNumber(0, 99).optional(),
  electionPublicityDays: wholeNumber(1, 60).optional(),
  captainTermYears: wholeNumber(1, 10).optional(),
  /** How often captains go their rounds; left out, it stays as it is. */
  hygieneDays: wholeNumber(1, 92).optional(),
  safetyDays: wholeNumber(1, 92).optional(),
  /** How many months after its end a mediation keeps its words and names. */
  mediationMonths: wholeNumber(1, 240).optional(),
  /** How often opinion boxes are emptied, and how long an answered opinion's words are kept. */
  opinionBoxDays: wholeNumber(1, 92).optional(),
  opinionKeepMonths: wholeNumber(1, 120).optional(),
  version: version(),
})
export type SettingsChanges = z.output<typeof settingsChanges>
