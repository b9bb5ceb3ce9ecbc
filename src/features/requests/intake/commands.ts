import { randomCode, uuidv7 } from '@/core/identifier'
import { dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import { foldWidth } from '@/core/width'
import { calendarAround } from '@/features/places/calendar/queries'
import type { Prisma } from '@/generated/prisma/client'
import type { RequestSource } from '@/generated/prisma/enums'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { hashToken } from '@/server/session'
import { buildingsWithin, compoundsWithin } from '../../places/policy'
import { deadlineOf, type Policy } from '../deadlines/rules'
import { tellOfStep } from '../tell/queue/commands'
import { trackCode } from './queries'
import type { StaffReport } from './schema'

export type Site = {
  compoundId: string
  buildingId: string | null
  stairwellId: string | null
  stars: number
}

/** What is reported, by whom, and who wrote it down. */
export type Filing = {
  site: Site
  source: RequestSource
  sourceNumber?: string | null
  categoryId: string
  words: string
  place?: string | null
  reporterName?: string | null
  reporterPhone?: string | null
  reporterAccountId?: string | null
  writtenBy?: string | null
  actor: { accountId: string | null; name: string; kind: 'staff' | 'reporter' | 'system' }
  photoIds?: readonly string[]
  /** Who has sent the photos; nobody else's are taken. */
  photoOwner?: string
  /** What was agreed in place of the category's allowances, and from when it counts: an order's own. */
  agreed?: { policy: Policy; from: Date }
}

/** The reporter's own key to the request: shown once, kept as a hash. */
export type Filed = { id: string; number: string; token: string }

const MAX_PHOTOS = 6

/** Files a request with its clock running. */
export async function fileRequest(
  tx: Tx,
  streetId: string,
  now: Date,
  filing: Filing,
): Promise<Result<Filed, 'unknown-reference' | 'too-many-photos'>> {
  const { site, categoryId, photoIds = [] } = filing
  const policy = filing.agreed?.policy ?? (await policyFor(tx, streetId, categoryId, site.stars))
  if (!policy) return refuse('unknown-reference', { categoryId: 'unknown-reference' })
  if (photoIds.length > MAX_PHOTOS) return refuse('too-many-photos', { photoIds: 'too-many-photos' })
  const photos = photosOf(streetId, photoIds, filing.photoOwner ?? '')
  if (photoIds.length > 0 && (await tx.requestPhoto.count({ where: photos })) !== photoIds.length)
    return refuse('unknown-reference', { photoIds: 'unknown-reference' })
  const roundStartedAt = filing.agreed?.from ?? now
  const calendar = await calendarAround(tx, streetId, now)
  const timed = { state: 'submitted', policy, roundStartedAt, arrivedAt: null, pauses: [] } as const
  const deadline = deadlineOf(timed, calendar)
  const id = uuidv7(now)
  const number = `${dayOf(now).replaceAll('-', '').slice(2)}-${randomCode(5)}`
  await tx.request.create({
    data: {
      streetId,
      id,
      number,
      source: filing.source,
      sourceNumber: filing.sourceNumber ?? null,
      categoryId,
      words: filing.words,
      place: filing.place ?? null,
      compoundId: site.compoundId,
      buildingId: site.buildingId,
      stairwellId: site.stairwellId,
      stars: site.stars,
      reporterName: filing.reporterName ?? null,
      reporterPhone: filing.reporterPhone ?? null,
      reporterAccountId: filing.reporterAccountId ?? null,
      writtenBy: filing.writtenBy ?? null,
      policy: policy as Prisma.InputJsonObject,
      roundStartedAt,
      dueKind: deadline?.kind ?? null,
      dueAt: deadline?.dueAt ?? null,
      warnAt: deadline?.warnAt ?? null,
      thriceAt: deadline?.thriceAt ?? null,
      search: searchedBy(number, filing),
      createdAt: now,
      updatedAt: now,
    },
    select: { id: true },
  })
  const eventId = uuidv7(now)
  await tx.requestEvent.create({
    data: {
      streetId,
      id: eventId,
      requestId: id,
      version: 1,
      at: now,
      kind: 'submit',
      toState: 'submitted',
      round: 1,
      accountId: filing.actor.accountId,
      actor: filing.actor.name,
      actorKind: filing.actor.kind,
      isPublic: true,
    },
    select: { id: true },
  })
  if (photoIds.length > 0)
    await tx.requestPhoto.updateMany({ where: photos, data: { requestId: id, eventId } })
  if (filing.reporterPhone) await tellOfStep(tx, streetId, id, { id: eventId, kind: 'submit' })
  const token = trackCode(id)
  await tx.requestTrack.create({
    data: { tokenHash: hashToken(token), streetId, requestId: id, kind: 'reporter' },
    select: { tokenHash: true },
  })
  return ok({ id, number, token })
}

/** A request is found by its number, by what was said and where, and by the last four of the reporter's number; long words have no initials. */
export const searchedBy = (
  number: string,
  { words, place, reporterPhone }: Pick<Filing, 'words' | 'place' | 'reporterPhone'>,
): string =>
  foldWidth([number, words, place, reporterPhone?.slice(-4)].filter(Boolean).join(' '))
    .toLowerCase()
    .replace(/\s+/g, '')

/** Photos that somebody has sent and that belong to no request yet. */
export const photosOf = (streetId: string, ids: readonly string[], ownerHash: string) => ({
  streetId,
  id: { in: [...ids] },
  requestId: null,
  ownerHash,
})

const allowance = (amount: number | null, unit: string | null) =>
  amount && unit ? { amount, unit } : undefined

/** The category's allowances for the stars, else those for all; null for a category that is not in use. */
async function policyFor(
  tx: Tx,
  streetId: string,
  categoryId: string,
  stars: number,
): Promise<Policy | null> {
  const rows = await tx.slaPolicy.findMany({
    where: { streetId, categoryId, stars: { in: [0, stars] }, category: { endedAt: null } },
    orderBy: { stars: 'desc' },
    take: 1,
  })
  const [row] = rows
  if (!row) return null
  const accept = allowance(row.acceptAmount, row.acceptUnit)
  const arrive = allowance(row.arriveAmount, row.arriveUnit)
  return {
    ...(accept ? { accept } : {}),
    ...(arrive ? { arrive } : {}),
    resolve: { amount: row.resolveAmount, unit: row.resolveUnit },
  } as Policy
}

/** The place that a report by staff names, within the writer's scope. */
async function siteFor(
  { tx, principal }: Act,
  { compoundId, buildingId, stairwellId }: StaffReport,
): Promise<Site | null> {
  if (buildingId ?? stairwellId) {
    const building = await tx.building.findFirst({
      where: {
        AND: [
          buildingsWithin(principal, 'requests.report'),
          { endedAt: null, ...(compoundId ? { compoundId } : {}) },
          buildingId ? { id: buildingId } : {},
          stairwellId ? { stairwells: { some: { id: stairwellId, endedAt: null } } } : {},
        ],
      },
      select: { id: true, compoundId: true, compound: { select: { stars: true } } },
    })
    return (
      building && {
        compoundId: building.compoundId,
        buildingId: building.id,
        stairwellId: stairwellId ?? null,
        stars: building.compound.stars,
      }
    )
  }
  const compound = await tx.compound.findFirst({
    where: { AND: [compoundsWithin(principal, 'requests.report'), { id: compoundId ?? '', endedAt: null }] },
    select: { id: true, stars: true },
  })
  return compound && { compoundId: compound.id, buildingId: null, stairwellId: null, stars: compound.stars }
}

/** What the hotline has numbered is one request, whoever writes it down again. */
const isFiled = async ({ tx, principal }: Act, sourceNumber: string): Promise<boolean> =>
  (await tx.request.count({
    where: { streetId: principal.streetId, source: 'hotline', sourceNumber },
  })) > 0

/** Writes down what somebody reported by phone, on a visit or through the hotline: who spoke and who wrote are both kept. */
export async function reportForSomebody(
  act: Act,
  { source, sourceNumber, photoIds, ...said }: StaffReport,
): Promise<Result<Filed, 'unknown-reference' | 'too-many-photos' | 'already-exists'>> {
  const { tx, principal, now } = act
  if (source === 'hotline' && sourceNumber && (await isFiled(act, sourceNumber)))
    return refuse('already-exists', { sourceNumber: 'already-exists' })
  const site = await siteFor(act, { source, sourceNumber, photoIds, ...said })
  if (!site) return refuse('unknown-reference', { compoundId: 'unknown-reference' })
  const filed = await fileRequest(tx, principal.streetId, now, {
    site,
    source,
    sourceNumber: sourceNumber ?? null,
    categoryId: said.categoryId,
    words: said.words,
    place: said.place ?? null,
    reporterName: said.reporterName ?? null,
    reporterPhone: said.reporterPhone ?? null,
    writtenBy: principal.accountId,
    actor: { accountId: principal.accountId, name: principal.name, kind: 'staff' },
    photoIds,
    photoOwner: principal.accountId,
  })
  if (!filed.ok) return filed
  await recordAudit(act, { action: 'request.report', subject: { kind: 'request', id: filed.value.id } })
  return filed
}
