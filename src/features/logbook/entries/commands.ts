import { uuidv7 } from '@/core/identifier'
import { happenedAt } from '@/core/phone-clock'
import { ok, type Result, refuse } from '@/core/result'
import { fileRequest, type Site } from '@/features/requests/intake/commands'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { todayOf } from '@/server/term'
import { takeTurn } from '@/server/turn'
import { entriesWithin } from '../policy'
import { standingOn, worstOf } from './rules'
import type { AsideDecision, NewEntry } from './schema'

export type Written = {
  id: string
  state: 'counted' | 'aside' | 'discarded'
  happenedAt: Date
  requestIds: string[]
}
type Refusal = 'not-found' | 'already-exists' | 'unknown-reference'

/**
 * Writes an entry that a phone made, now or long ago: whether it counts is decided by the day on which it happened,
 * so that who has left the post since may still send what was done before. Sent again, it is the same entry.
 */
export async function writeEntry(act: Act, entry: NewEntry): Promise<Result<Written, Refusal>> {
  const { tx, principal, now } = act
  const { streetId, personId } = principal
  if (personId === null) return refuse('not-found')
  await takeTurn(tx, `log-entry ${entry.id}`)
  const known = await tx.logEntry.findUnique({
    where: { streetId_id: { streetId, id: entry.id } },
    select: { personId: true, state: true, happenedAt: true, points: { select: { requestId: true } } },
  })
  if (known) {
    if (known.personId !== personId) return refuse('already-exists', { id: 'already-exists' })
    return ok({
      id: entry.id,
      state: known.state,
      happenedAt: known.happenedAt,
      requestIds: idsOf(known.points),
    })
  }
  const at = happenedAt(entry.made, now)
  const building = await ownBuilding(act, entry.buildingId)
  const state = building && standingOn(building.stretches, todayOf(at))
  if (!state) return refuse('not-found')
  const fault = await unknownIn(act, entry)
  if (fault) return refuse('unknown-reference', { [fault]: 'unknown-reference' })
  const marks = 'points' in entry ? entry.points.map(({ mark }) => mark) : []
  await tx.logEntry.create({
    data: {
      streetId,
      id: entry.id,
      personId,
      buildingId: entry.buildingId,
      stairwellId: ('stairwellId' in entry && entry.stairwellId) || null,
      householdId: entry.kind === 'visit' ? entry.householdId : null,
      kind: entry.kind,
      mark: entry.kind === 'visit' ? entry.mark : marks.length > 0 ? worstOf(marks) : null,
      words: ('words' in entry && entry.words) || null,
      state,
      happenedAt: at,
      phoneAt: new Date(entry.made.at),
      receivedAt: now,
    },
    select: { id: true },
  })
  if ('photoIds' in entry) await nameEntry(act, entry.id, entry.photoIds)
  if ('points' in entry)
    await tx.logPoint.createMany({
      data: entry.points.map(({ checkpointId, mark }) => ({
        streetId,
        entryId: entry.id,
        checkpointId,
        mark,
      })),
    })
  const toReport =
    'points' in entry ? entry.points.filter(({ mark, report }) => mark === 'bad' && report) : []
  const requestIds =
    state === 'counted' && building
      ? await reportPoints(
          act,
          entry.id,
          building.site,
          toReport.map(({ checkpointId }) => checkpointId),
        )
      : []
  await recordAudit(act, {
    action: 'log.write',
    subject: { kind: 'log-entry', id: entry.id },
    changes: { kind: { to: entry.kind }, state: { to: state } },
  })
  return ok({ id: entry.id, state, happenedAt: at, requestIds })
}

const idsOf = (points: readonly { requestId: string | null }[]): string[] =>
  points.flatMap(({ requestId }) => requestId ?? [])

/** A building that the caller looks after or has looked after, with the days of it. */
async function ownBuilding({ tx, principal }: Act, buildingId: string) {
  const building = await tx.building.findFirst({
    where: { streetId: principal.streetId, id: buildingId },
    select: {
      id: true,
      compoundId: true,
      compound: { select: { stars: true } },
      captainBuildings: {
        where: { appointment: { personId: principal.personId ?? '' } },
        select: {
          startsOn: true,
          endsOn: true,
          appointment: { select: { startsOn: true, endsOn: true } },
        },
      },
    },
  })
  if (!building) return null
  const site: Site = {
    compoundId: building.compoundId,
    buildingId: building.id,
    stairwellId: null,
    stars: building.compound.stars,
  }
  const stretches = building.captainBuildings.map(({ startsOn, endsOn, appointment }) => ({
    startsOn: later(startsOn, appointment.startsOn),
    endsOn: earlier(endsOn, appointment.endsOn),
  }))
  return { site, stretches }
}

const later = (one: Date, other: Date): Date => (one > other ? one : other)

const earlier = (one: Date | null, other: Date | null): Date | null =>
  one === null || other === null ? (one ?? other) : one < other ? one : other

/** The field whose reference is none of this building's, or null when all are. */
async function unknownIn({ tx, principal }: Act, entry: NewEntry): Promise<string | null> {
  const { streetId, accountId } = principal
  const { buildingId } = entry
  if ('points' in entry) {
    const ids = entry.points.map(({ checkpointId }) => checkpointId)
    const known = await tx.checkpoint.count({
      where: { streetId, kind: entry.kind, id: { in: ids }, OR: [{ buildingId: null }, { buildingId }] },
    })
    if (known !== ids.length) return 'points'
    if (entry.stairwellId) {
      const stairwells = await tx.stairwell.count({ where: { streetId, id: entry.stairwellId, buildingId } })
      if (stairwells === 0) return 'stairwellId'
    }
  }
  if (entry.kind === 'visit') {
    const households = await tx.household.count({
      where: { streetId, id: entry.householdId, stairwell: { buildingId } },
    })
    if (households === 0) return 'householdId'
  }
  if ('photoIds' in entry && entry.photoIds.length > 0) {
    const photos = await tx.logPhoto.count({
      where: { streetId, id: { in: entry.photoIds }, entryId: null, ownerHash: accountId },
    })
    if (photos !== entry.photoIds.length) return 'photoIds'
  }
  return null
}

async function nameEntry(
  { tx, principal }: Act,
  entryId: string,
  photoIds: readonly string[],
): Promise<void> {
  if (photoIds.length === 0) return
  await tx.logPhoto.updateMany({
    where: { streetId: principal.streetId, id: { in: [...photoIds] }, entryId: null },
    data: { entryId },
  })
}

/** Files a request for each bad point, with the entry's photos, and links the two. */
async function reportPoints(
  act: Act,
  entryId: string,
  site: Site,
  checkpointIds: readonly string[],
): Promise<string[]> {
  const { tx, principal, now } = act
  const { streetId, accountId } = principal
  if (checkpointIds.length === 0) return []
  const entry = await tx.logEntry.findUniqueOrThrow({
    where: { streetId_id: { streetId, id: entryId } },
    select: {
      words: true,
      stairwellId: true,
      photos: { select: { file: true, width: true, height: true, size: true } },
    },
  })
  const checkpoints = await tx.checkpoint.findMany({
    where: { streetId, id: { in: [...checkpointIds] } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, category: { select: { id: true, endedAt: true } } },
  })
  const filed: string[] = []
  for (const { id: checkpointId, name, category } of checkpoints) {
    if (!category || category.endedAt) continue
    const photos = entry.photos.map((photo) => ({
      ...photo,
      streetId,
      id: uuidv7(now),
      ownerHash: accountId,
      createdAt: now,
    }))
    await tx.requestPhoto.createMany({ data: photos })
    const request = await fileRequest(tx, streetId, now, {
      site: { ...site, stairwellId: entry.stairwellId },
      source: 'visit',
      categoryId: category.id,
      words: entry.words ? `${name}：${entry.words}` : name,
      writtenBy: accountId,
      actor: { accountId, name: principal.name, kind: 'staff' },
      photoIds: photos.map(({ id }) => id),
      photoOwner: accountId,
    })
    if (!request.ok) continue
    filed.push(request.value.id)
    await tx.logPoint.update({
      where: { streetId_entryId_checkpointId: { streetId, entryId, checkpointId } },
      data: { requestId: request.value.id },
      select: { entryId: true },
    })
    await recordAudit(act, { action: 'request.report', subject: { kind: 'request', id: request.value.id } })
  }
  return filed
}

/** Counts an entry that was kept aside, or sets it down as not counting. */
export async function decideAside(
  act: Act,
  id: string,
  { decision, version }: AsideDecision,
): Promise<
  Result<{ id: string; state: string; version: number }, 'not-found' | 'stale-version' | 'move-not-possible'>
> {
  const { tx, principal, now } = act
  const entry = await tx.logEntry.findFirst({
    where: { AND: [{ id }, entriesWithin(principal, 'logbook.decide')] },
    select: { state: true, version: true, personId: true },
  })
  // Nobody decides of what they wrote themselves.
  if (!entry || entry.personId === principal.personId) return refuse('not-found')
  if (entry.version !== version) return refuse('stale-version')
  if (entry.state !== 'aside') return refuse('move-not-possible')
  const state = decision === 'count' ? ('counted' as const) : ('discarded' as const)
  const written = await tx.logEntry.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { state, decidedAt: now, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'log.decide',
    subject: { kind: 'log-entry', id },
    changes: { state: { from: 'aside', to: state } },
  })
  return ok({ id, state, version: version + 1 })
}
