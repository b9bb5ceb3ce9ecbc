import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { personFor } from '@/features/people/persons/commands'
import { personsWithin } from '@/features/people/policy'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText, sortKey } from '@/server/pinyin'
import { todayOf } from '@/server/term'
import { claimSites } from '../buildings/commands'
import { siteName } from '../buildings/queries'
import { type ElectionDetail, findElectionToWrite, nomineesStanding } from './queries'
import { isOpen, sitesName } from './rules'
import type { ElectionChanges, NewElection, NewNominee } from './schema'

const subjectOf = (id: string) => ({ kind: 'election', id })

/** Opens an election for buildings of one community that no other open election chooses for. */
export async function openElection(
  act: Act,
  { kind, buildingIds, ...terms }: NewElection,
): Promise<Result<{ id: string }, 'unknown-reference' | 'several-communities' | 'election-open'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const sites = await claimSites(act, buildingIds, 'elections.write')
  if (!sites) return refuse('unknown-reference', { buildingIds: 'unknown-reference' })
  const ids = sites.map(({ id }) => id)
  const homes = await tx.compound.findMany({
    where: { streetId, buildings: { some: { id: { in: ids } } } },
    select: { communityId: true },
  })
  const [communityId, ...others] = new Set(homes.map((home) => home.communityId))
  if (!communityId || others.length > 0)
    return refuse('several-communities', { buildingIds: 'several-communities' })
  if ((await tx.electionBuilding.count({ where: { streetId, buildingId: { in: ids }, isOpen: true } })) > 0)
    return refuse('election-open', { buildingIds: 'election-open' })
  const id = uuidv7(now)
  const name = sitesName(sites)
  await tx.election.create({
    data: {
      streetId,
      id,
      communityId,
      kind,
      name,
      ...terms,
      sortKey: sortKey(name),
      search: searchText(name, ...sites.map(siteName)),
      createdAt: now,
    },
    select: { id: true },
  })
  await tx.electionBuilding.createMany({
    data: ids.map((buildingId) => ({ streetId, electionId: id, buildingId })),
  })
  await recordAudit(act, {
    action: 'election.open',
    subject: subjectOf(id),
    changes: changesBetween({}, { kind, buildings: sites.map(siteName), ...terms }),
  })
  return ok({ id })
}

type Refused = 'not-found' | 'step-not-possible' | 'stale-version'

/** The election as its next writer finds it: whoever writes to it at the same time waits here. */
export async function claimElection(act: Act, id: string): Promise<ElectionDetail | null> {
  const { tx, principal } = act
  await tx.$queryRaw`
    SELECT id FROM election WHERE street_id = ${principal.streetId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`
  return findElectionToWrite(act, id)
}

/** Writes to an election as of the version that was read. */
export async function writeElection(
  { tx, principal }: Act,
  id: string,
  version: number,
  data: object,
): Promise<boolean> {
  const written = await tx.election.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { ...data, version: { increment: 1 } },
  })
  return written.count > 0
}

export type Written = { id: string; version: number }

/** Changes by what it is decided, before anybody has voted. */
export async function changeElection(
  act: Act,
  id: string,
  { version, ...terms }: ElectionChanges,
): Promise<Result<Written, Refused>> {
  const before = await claimElection(act, id)
  if (!before) return refuse('not-found')
  if (before.state !== 'nominating') return refuse('step-not-possible')
  if (!(await writeElection(act, id, version, terms))) return refuse('stale-version')
  await recordAudit(act, {
    action: 'election.change',
    subject: subjectOf(id),
    changes: changesBetween(before, terms),
  })
  return ok({ id, version: version + 1 })
}

/** The person of the register that was chosen, or the one of this name and number. */
async function nomineeFor(act: Act, { personId, name, phone }: NewNominee): Promise<string | null> {
  if (personId === null) return name === null ? null : personFor(act, name, phone)
  const { tx, principal, now } = act
  const within = personsWithin(principal, 'elections.write', todayOf(now))
  return (await tx.person.count({ where: { AND: [{ id: personId }, within] } })) > 0 ? personId : null
}

export async function nominate(
  act: Act,
  id: string,
  nominee: NewNominee,
): Promise<Result<Written, Refused | 'unknown-reference' | 'already-exists'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const { version, residents, organisation } = nominee
  const before = await claimElection(act, id)
  if (!before) return refuse('not-found')
  if (before.state !== 'nominating') return refuse('step-not-possible')
  if (before.version !== version) return refuse('stale-version')
  const personId = await nomineeFor(act, nominee)
  if (!personId) return refuse('unknown-reference', { personId: 'unknown-reference' })
  if (before.nominees.some(({ person }) => person.id === personId))
    return refuse('already-exists', { name: 'already-exists' })
  await tx.electionNominee.create({
    data: { streetId, id: uuidv7(now), electionId: id, personId, residents, organisation, createdAt: now },
    select: { id: true },
  })
  await writeElection(act, id, version, {})
  const { name } = await tx.person.findUniqueOrThrow({
    where: { streetId_id: { streetId, id: personId } },
    select: { name: true },
  })
  await recordAudit(act, {
    action: 'election.nominate',
    subject: subjectOf(id),
    changes: changesBetween({}, { nominee: name, residents, organisation }),
  })
  return ok({ id, version: version + 1 })
}

/** Takes a nominee out before the vote; who has been voted on stays on the count sheet. */
export async function withdrawNominee(
  act: Act,
  id: string,
  { nomineeId, reason, version }: { nomineeId: string; reason: string; version: number },
): Promise<Result<Written, Refused | 'unknown-reference'>> {
  const before = await claimElection(act, id)
  if (!before) return refuse('not-found')
  if (!isOpen(before.state) || before.state !== 'nominating') return refuse('step-not-possible')
  const nominee = nomineesStanding(before).find((one) => one.id === nomineeId)
  if (!nominee) return refuse('unknown-reference', { nomineeId: 'unknown-reference' })
  if (!(await writeElection(act, id, version, {}))) return refuse('stale-version')
  await act.tx.electionNominee.update({
    where: { streetId_id: { streetId: act.principal.streetId, id: nomineeId } },
    data: { withdrawnOn: todayOf(act.now) },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'election.withdraw-nominee',
    subject: subjectOf(id),
    changes: { nominee: { from: nominee.person.name, to: null } },
    reason,
  })
  return ok({ id, version: version + 1 })
}
