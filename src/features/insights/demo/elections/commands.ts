import { uuidv7 } from '@/core/identifier'
import { addDays, dayOf, startOf } from '@/core/instants'
import type { Result } from '@/core/result'
import { appointElected } from '@/features/captains/elections/appointing/commands'
import { nominate, openElection } from '@/features/captains/elections/commands'
import {
  closeVoting,
  endElection,
  keepCount,
  makePublic,
  openVoting,
} from '@/features/captains/elections/life/commands'
import { raiseObjection } from '@/features/captains/elections/objections/commands'
import { personFor } from '@/features/people/persons/commands'
import { drawUpHandover, signHandover } from '@/features/requests/captain-handovers/commands'
import type { Act } from '@/server/act'
import type { Tx } from '@/server/db'
import { searchText, sortKey } from '@/server/pinyin'
import { dateOf, todayOf } from '@/server/term'

type Stop = 'nominating' | 'voting' | 'counting' | 'publicity' | 'ripe' | 'appointed' | 'failed' | 'cancelled'
type Story = {
  kind: 'vote' | 'appointment'
  until: Stop
  daysAgo: number
  nominees: readonly string[]
  buildings?: number
}

const STORIES: readonly Story[] = [
  { kind: 'vote', until: 'appointed', daysAgo: 60, nominees: ['程秀英', '冯德顺'] },
  { kind: 'vote', until: 'ripe', daysAgo: 30, nominees: ['汤桂芳', '戴志明'] },
  { kind: 'vote', until: 'publicity', daysAgo: 14, nominees: ['裴玉兰'], buildings: 2 },
  { kind: 'appointment', until: 'publicity', daysAgo: 3, nominees: ['祁国栋'] },
  { kind: 'vote', until: 'counting', daysAgo: 16, nominees: ['陆小琴', '尹长林'] },
  { kind: 'vote', until: 'voting', daysAgo: 7, nominees: ['毛静', '常福生'] },
  { kind: 'vote', until: 'nominating', daysAgo: 2, nominees: ['古月华'] },
  { kind: 'appointment', until: 'nominating', daysAgo: 1, nominees: [] },
  { kind: 'vote', until: 'failed', daysAgo: 45, nominees: ['方惠珍'] },
  { kind: 'vote', until: 'cancelled', daysAgo: 25, nominees: [] },
]

const did = <T>(result: Result<T, string>): T => {
  if (!result.ok) throw new Error(`The demo's elections: ${result.refusal} ${JSON.stringify(result.fields)}`)
  return result.value
}

/** Elections in every state, terms that end soon, and two that ended without a successor; figures of who holds what today stay. */
export async function holdElections(tx: Tx, streetId: string, now: Date): Promise<void> {
  if (await tx.election.count({ where: { streetId } })) return
  const staff = await tx.account.findFirst({
    where: { streetId, demo: true, username: 'community-staff' },
    select: { id: true, displayName: true, grants: { take: 1, select: { scopeId: true } } },
  })
  const communityId = staff?.grants[0]?.scopeId
  if (!staff || !communityId) return
  const actAt = (at: Date): Act => ({
    tx,
    now: at,
    requestId: 'demo',
    principal: {
      streetId,
      accountId: staff.id,
      personId: null,
      name: staff.displayName,
      sessionHash: '',
      grants: [{ role: 'community_staff', scope: { kind: 'community', ids: [communityId] } }],
      mustSetUpTotp: false,
    },
  })
  const [first] = await tx.captainAppointment.findMany({
    where: { streetId },
    orderBy: { id: 'asc' },
    take: 1,
    select: { id: true },
  })
  // The demo's captain keeps the post that the account stands for, and buildings that somebody looks after alone come first.
  const buildings = await tx.building.findMany({
    where: {
      streetId,
      endedAt: null,
      compound: { communityId },
      captainBuildings: {
        some: { endsOn: null, appointmentId: { not: first?.id ?? '' } },
        none: { appointmentId: first?.id ?? '' },
      },
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 12,
    select: { id: true },
  })
  const left = buildings.map(({ id }) => id)
  for (const story of STORIES) {
    const buildingIds = left.splice(0, story.buildings ?? 1)
    if (buildingIds.length > 0) await tell(actAt, now, story, buildingIds)
  }
  await endTerms(tx, streetId, now, first?.id ?? '')
  await leaveVacant(actAt(now), now)
  await handOver(actAt(now))
}

async function tell(
  actAt: (at: Date) => Act,
  now: Date,
  { kind, until, daysAgo, nominees }: Story,
  buildingIds: string[],
): Promise<void> {
  const on = (days: number) => addDays(dayOf(now), days - daysAgo)
  const at = (days: number) => actAt(new Date(startOf(on(days)).getTime() + 10 * 3_600_000))
  const terms = { termYears: 3, turnoutPercent: 50, winnerPercent: 50, publicityDays: 5, entitled: 48 }
  const { id } = did(await openElection(at(0), { kind, buildingIds, ...terms }))
  let version = 1
  for (const [index, name] of nominees.entries()) {
    const by = { residents: 12 - index * 4, organisation: index === 0 ? '楼栋居民小组' : null }
    did(await nominate(at(0), id, { personId: null, name, phone: null, ...by, version }))
    version++
  }
  if (until === 'cancelled' || until === 'nominating') {
    if (until === 'cancelled')
      did(await endElection(at(1), id, { outcome: 'cancelled', reason: '楼栋改造期间暂缓', version }))
    return
  }
  if (kind === 'vote') {
    did(await openVoting(at(1), id, { votingFrom: on(2), votingTo: on(5), version: version++ }))
    if (until === 'voting') return
    did(await closeVoting(at(6), id, version++))
    await count(at(6), id, version++, until === 'failed')
    if (until === 'counting') return
    if (until === 'failed') {
      did(await endElection(at(6), id, { outcome: 'failed', reason: '参加投票的户数不够', version }))
      return
    }
  }
  const day = kind === 'vote' ? 7 : 1
  const { tx } = at(day)
  const [chosen] = await tx.electionNominee.findMany({
    where: { electionId: id },
    orderBy: { id: 'asc' },
    take: 1,
    select: { id: true },
  })
  const nomineeId = kind === 'vote' ? null : (chosen?.id ?? null)
  did(await makePublic(at(day), id, { nomineeId, publicFrom: on(day), version: version++ }))
  if (until === 'publicity' && kind === 'vote')
    did(
      await raiseObjection(at(day + 2), id, {
        receivedOn: on(day + 2),
        objector: null,
        words: '人选不常住本楼，担心找不到人。',
      }),
    )
  if (until === 'appointed')
    did(
      await appointElected(at(25), id, {
        startsOn: on(26),
        duties: ['卫生监督', '邻里调解'],
        replaces: true,
        version,
      }),
    )
}

/** Thirty-one of forty-eight households vote; a vote that fails sees nine. */
async function count(act: Act, id: string, version: number, hasFailed: boolean): Promise<void> {
  const nominees = await act.tx.electionNominee.findMany({
    where: { streetId: act.principal.streetId, electionId: id },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  const given = hasFailed ? [7] : nominees.length > 1 ? [22, 6] : [26]
  const votes = Object.fromEntries(nominees.map((nominee, index) => [nominee.id, given[index] ?? 0]))
  const valid = given.reduce((sum, one) => sum + one, 1)
  const sheet = { valid, invalid: 1, forNobody: 1, cast: valid + 1, countedBy: '社区工作人员、居民代表' }
  did(await keepCount(act, id, { ...sheet, votes, version }))
}

/** Days from now on which a term ends. */
const ENDINGS = [9, 16, 27, 38, 38, 51, 66, 74, 95, 120, 121, 180, 210, 333, 400, 520]

async function endTerms(tx: Tx, streetId: string, now: Date, exceptId: string): Promise<void> {
  const serving = await tx.captainAppointment.findMany({
    where: { streetId, endsOn: null, id: { not: exceptId }, elections: { none: {} } },
    orderBy: { id: 'asc' },
    skip: 40,
    take: 400,
    select: { id: true },
  })
  for (const [index, days] of ENDINGS.entries()) {
    const one = serving[index * 25]
    if (!one) continue
    const endsOn = dateOf(addDays(dayOf(now), days))
    const where = { streetId, endsOn: null }
    await tx.captainAppointment.update({
      where: { streetId_id: { streetId, id: one.id } },
      data: { endsOn },
      select: { id: true },
    })
    await tx.captainBuilding.updateMany({ where: { ...where, appointmentId: one.id }, data: { endsOn } })
  }
}

/** Two buildings without a captain had one until some weeks ago. */
async function leaveVacant(act: Act, now: Date): Promise<void> {
  const { tx, principal } = act
  const { streetId } = principal
  const vacant = await tx.building.findMany({
    where: { streetId, endedAt: null, captainBuildings: { none: {} } },
    orderBy: { id: 'desc' },
    take: 2,
    select: { id: true, name: true, compound: { select: { name: true } } },
  })
  for (const [index, { id: buildingId, name, compound }] of vacant.entries()) {
    const who = ['白秀珍', '季中华'][index] ?? '白秀珍'
    const personId = await personFor(act, who, null)
    const id = uuidv7(now)
    const term = {
      startsOn: new Date('2023-10-01T00:00:00Z'),
      endsOn: new Date(todayOf(now).getTime() - (20 + index * 30) * 86_400_000),
    }
    await tx.captainAppointment.create({
      data: {
        streetId,
        id,
        personId,
        ...term,
        endKind: 'expired',
        endReason: '任期届满',
        duties: [],
        sortKey: sortKey(who),
        search: searchText(who, `${compound.name}${name}`),
      },
      select: { id: true },
    })
    await tx.captainBuilding.createMany({ data: [{ streetId, appointmentId: id, buildingId, ...term }] })
  }
}

/** Whom the elected captain followed has signed what lies open; the successor has not yet. */
async function handOver(act: Act): Promise<void> {
  const gone = await act.tx.captainAppointment.findFirst({
    where: { streetId: act.principal.streetId, endKind: 'succeeded' },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  if (!gone) return
  const { id } = did(await drawUpHandover(act, { appointmentId: gone.id, words: '楼道钥匙在社区门卫处。' }))
  did(await signHandover(act, id, { side: 'given', day: dayOf(act.now), version: 1 }))
}
