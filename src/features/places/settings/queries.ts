import { z } from 'zod'
import { minutesOfTime } from '@/core/instants'
import type { Act } from '@/server/act'
import type { Tx } from '@/server/db'
import type { QuietHours } from '@/server/notify'
import { reach } from '@/server/principal'

/** Between these times of day nobody is disturbed, unless the street says otherwise. */
const QUIET_FROM = '21:00'
const QUIET_TO = '07:00'
/** Days from one round of a captain to the next. */
const HYGIENE_DAYS = 7
const SAFETY_DAYS = 15
/** Months for which an ended mediation keeps its words and names. */
const MEDIATION_MONTHS = 36
/** Days from one emptying of an opinion box to the next, and months that an answered opinion's words are kept. */
const OPINION_BOX_DAYS = 7
const OPINION_KEEP_MONTHS = 24

/** How captains are elected unless the street or an election says otherwise. */
const ELECTIONS = {
  electionTurnoutPercent: 50,
  electionWinnerPercent: 50,
  electionPublicityDays: 5,
  captainTermYears: 3,
}

const kept = z
  .object({
    totpRequired: z.boolean().catch(false),
    quietFrom: z.string().catch(QUIET_FROM),
    quietTo: z.string().catch(QUIET_TO),
    alarmEmail: z.string().nullable().catch(null),
    electionTurnoutPercent: z.number().catch(ELECTIONS.electionTurnoutPercent),
    electionWinnerPercent: z.number().catch(ELECTIONS.electionWinnerPercent),
    electionPublicityDays: z.number().catch(ELECTIONS.electionPublicityDays),
    captainTermYears: z.number().catch(ELECTIONS.captainTermYears),
    hygieneDays: z.number().int().catch(HYGIENE_DAYS),
    safetyDays: z.number().int().catch(SAFETY_DAYS),
    mediationMonths: z.number().int().catch(MEDIATION_MONTHS),
    opinionBoxDays: z.number().int().catch(OPINION_BOX_DAYS),
    opinionKeepMonths: z.number().int().catch(OPINION_KEEP_MONTHS),
  })
  .loose()
  .catch({
    totpRequired: false,
    quietFrom: QUIET_FROM,
    quietTo: QUIET_TO,
    alarmEmail: null,
    hygieneDays: HYGIENE_DAYS,
    safetyDays: SAFETY_DAYS,
    mediationMonths: MEDIATION_MONTHS,
    opinionBoxDays: OPINION_BOX_DAYS,
    opinionKeepMonths: OPINION_KEEP_MONTHS,
    ...ELECTIONS,
  })

/** The settings of the caller's street, for those who may change them. */
export async function findSettings({ tx, principal }: Act) {
  if (reach(principal, 'settings.manage') !== 'street') return null
  const street = await tx.street.findUniqueOrThrow({
    where: { id: principal.streetId },
    select: { code: true, name: true, hostName: true, settings: true, version: true },
  })
  const { settings, ...rest } = street
  const all = kept.parse(settings)
  return {
    ...rest,
    secondFactor: all.totpRequired ? ('required' as const) : ('optional' as const),
    quietFrom: all.quietFrom,
    quietTo: all.quietTo,
    alarmEmail: all.alarmEmail,
    ...electionsOf(all),
    hygieneDays: all.hygieneDays,
    safetyDays: all.safetyDays,
    mediationMonths: all.mediationMonths,
    opinionBoxDays: all.opinionBoxDays,
    opinionKeepMonths: all.opinionKeepMonths,
    others: all,
  }
}

const electionsOf = ({
  electionTurnoutPercent,
  electionWinnerPercent,
  electionPublicityDays,
  captainTermYears,
}: typeof ELECTIONS) => ({
  electionTurnoutPercent,
  electionWinnerPercent,
  electionPublicityDays,
  captainTermYears,
})

/** By what a new election of captains is decided in this street. */
export async function electionSettings({ tx, principal }: Act): Promise<typeof ELECTIONS> {
  const { settings } = await tx.street.findUniqueOrThrow({
    where: { id: principal.streetId },
    select: { settings: true },
  })
  return electionsOf(kept.parse(settings))
}

/** When the street's messages rest, and where alarms go beside the phones. */
export async function noticeSettingsOf(
  tx: Tx,
  streetId: string,
): Promise<{ quiet: QuietHours; alarmEmail: string | null }> {
  const { settings } = await tx.street.findUniqueOrThrow({
    where: { id: streetId },
    select: { settings: true },
  })
  const { quietFrom, quietTo, alarmEmail } = kept.parse(settings)
  return { quiet: { from: minutesOfTime(quietFrom), to: minutesOfTime(quietTo) }, alarmEmail }
}

/** How often captains go their rounds, in days. */
export async function roundRhythmOf(tx: Tx, streetId: string): Promise<{ hygiene: number; safety: number }> {
  const { settings } = await tx.street.findUniqueOrThrow({
    where: { id: streetId },
    select: { settings: true },
  })
  const { hygieneDays, safetyDays } = kept.parse(settings)
  return { hygiene: hygieneDays, safety: safetyDays }
}

/** How long an ended mediation keeps its words, in months. */
export async function mediationMonthsOf(tx: Tx, streetId: string): Promise<number> {
  const { settings } = await tx.street.findUniqueOrThrow({
    where: { id: streetId },
    select: { settings: true },
  })
  return kept.parse(settings).mediationMonths
}

/** How often opinion boxes are emptied, in days, and how long an answered opinion's words are kept, in months. */
export async function opinionSettingsOf(
  tx: Tx,
  streetId: string,
): Promise<{ boxDays: number; keepMonths: number }> {
  const { settings } = await tx.street.findUniqueOrThrow({
    where: { id: streetId },
    select: { settings: true },
  })
  const { opinionBoxDays, opinionKeepMonths } = kept.parse(settings)
  return { boxDays: opinionBoxDays, keepMonths: opinionKeepMonths }
}

/** Whether the caller's own account has its second factor. */
export async function hasSecondFactor({ tx, principal }: Act): Promise<boolean> {
  const { totpSince } = await tx.account.findUniqueOrThrow({
    where: { streetId_id: { streetId: principal.streetId, id: principal.accountId } },
    select: { totpSince: true },
  })
  return totpSince !== null
}
