import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText, sortKey } from '@/server/pinyin'
import { mayKeepCommunities, mayKeepOffice } from './policy'
import { type CommunityRow, findCommunity, streetCodeOf } from './queries'
import type { CommunityChanges, NewCommunity, OfficeChanges } from './schema'

const found = ({ name, code }: NewCommunity) => ({
  sortKey: sortKey(name),
  search: searchText(name, code),
})

const asWritten = (community: CommunityRow): NewCommunity => ({
  name: community.name,
  code: community.code,
  officePhone: community.officePhone,
  officeAddress: community.officeAddress,
  officeHours: community.officeHours,
})

/** What is wrong with name or code, if anything: a community's code begins with the street's, and both stay with it when it has ended. */
async function faultOf(act: Act, { name, code }: NewCommunity, exceptId?: string) {
  const { tx, principal } = act
  const { streetId } = principal
  if (code && !code.startsWith(await streetCodeOf(act)))
    return refuse('outside-street-code', { code: 'outside-street-code' })
  const others = { streetId, ...(exceptId ? { id: { not: exceptId } } : {}) }
  const select = { id: true } as const
  if (await tx.community.findFirst({ where: { ...others, name }, select }))
    return refuse('already-exists', { name: 'already-exists' })
  if (code && (await tx.community.findFirst({ where: { ...others, code }, select })))
    return refuse('already-exists', { code: 'already-exists' })
  return null
}

export async function addCommunity(
  act: Act,
  community: NewCommunity,
): Promise<Result<{ id: string }, 'not-found' | 'already-exists' | 'outside-street-code'>> {
  const { tx, principal, now } = act
  if (!mayKeepCommunities(principal)) return refuse('not-found')
  const fault = await faultOf(act, community)
  if (fault) return fault
  const id = uuidv7(now)
  await tx.community.create({
    data: { ...community, ...found(community), streetId: principal.streetId, id, createdAt: now },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'community.add',
    subject: { kind: 'community', id },
    changes: changesBetween({}, community),
  })
  return ok({ id })
}

type Changed = { id: string; version: number }

export async function changeCommunity(
  act: Act,
  id: string,
  { version, ...changes }: CommunityChanges,
): Promise<
  Result<Changed, 'not-found' | 'has-ended' | 'stale-version' | 'already-exists' | 'outside-street-code'>
> {
  const before = mayKeepCommunities(act.principal) ? await findCommunity(act, id, 'places.write') : null
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  if (before.version !== version) return refuse('stale-version')
  const fault = await faultOf(act, changes, id)
  return fault ?? writeChanges(act, before, changes)
}

/** Changes what the community's own staff may change. */
export async function changeOffice(
  act: Act,
  id: string,
  { version, ...office }: OfficeChanges,
): Promise<Result<Changed, 'not-found' | 'has-ended' | 'stale-version'>> {
  const before = mayKeepOffice(act.principal, id) ? await findCommunity(act, id, 'places.write') : null
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  if (before.version !== version) return refuse('stale-version')
  return writeChanges(act, before, { ...asWritten(before), ...office })
}

async function writeChanges(
  act: Act,
  before: CommunityRow,
  changes: NewCommunity,
): Promise<Result<Changed, 'stale-version'>> {
  const { id, version } = before
  const written = await act.tx.community.updateMany({
    where: { streetId: act.principal.streetId, id, version },
    data: { ...changes, ...found(changes), version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'community.change',
    subject: { kind: 'community', id },
    changes: changesBetween(asWritten(before), changes),
  })
  return ok({ id, version: version + 1 })
}

/** Takes a community out of use; its compounds, grids and Party organisations come first. */
export async function endCommunity(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'still-in-use' | 'stale-version'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const before = mayKeepCommunities(principal) ? await findCommunity(act, id, 'places.write') : null
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  // What is being placed in the community is waited for, and then seen.
  await tx.$queryRaw`SELECT id FROM community WHERE street_id = ${streetId}::uuid AND id = ${id}::uuid FOR UPDATE`
  const inUse = { where: { streetId, communityId: id, endedAt: null } }
  const counts = await Promise.all([
    tx.compound.count(inUse),
    tx.grid.count(inUse),
    tx.partyOrganisation.count(inUse),
  ])
  if (counts.some((count) => count > 0)) return refuse('still-in-use')
  return writeEnd(act, id, version, now)
}

export async function resumeCommunity(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'stale-version'>> {
  const before = mayKeepCommunities(act.principal) ? await findCommunity(act, id, 'places.write') : null
  if (!before?.endedAt) return refuse('not-found')
  return writeEnd(act, id, version, null)
}

async function writeEnd(
  act: Act,
  id: string,
  version: number,
  endedAt: Date | null,
): Promise<Result<null, 'stale-version'>> {
  const written = await act.tx.community.updateMany({
    where: { streetId: act.principal.streetId, id, version },
    data: { endedAt, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: endedAt ? 'community.end' : 'community.resume',
    subject: { kind: 'community', id },
  })
  return ok(null)
}
