import { uuidv7 } from '@/core/identifier'
import { addDays, dayOf } from '@/core/instants'
import type { Tx } from '@/server/db'
import { dateOf } from '@/server/term'

type Case = {
  by: 'captain' | 'grid-member' | 'community-staff'
  matter: string
  parties: readonly [string, string][]
  meeting: string
  agreement?: string
  state: 'open' | 'agreed' | 'ended'
  daysAgo: number
}

const CASES: readonly Case[] = [
  {
    by: 'captain',
    matter: '302室卫生间漏水，202室顶棚发霉，双方对维修费用意见不一。',
    parties: [
      ['周某某', '302室'],
      ['吴某某', '202室'],
    ],
    meeting: '两家都在，看过漏水的地方。302室同意先请水电工查漏点。',
    state: 'open',
    daysAgo: 6,
  },
  {
    by: 'captain',
    matter: '楼道堆放旧家具，影响邻居通行。',
    parties: [
      ['郑某某', '401室'],
      ['冯某某', '402室'],
    ],
    meeting: '说明了消防要求，401室愿意清理。',
    agreement: '401室在本月底前清走全部旧家具，今后不在楼道堆物；402室不再追究。',
    state: 'agreed',
    daysAgo: 20,
  },
  {
    by: 'grid-member',
    matter: '夜间练琴声音大，邻居多次反映。',
    parties: [
      ['陈某某', '501室'],
      ['褚某某', '401室'],
    ],
    meeting: '商定练琴时间，双方都接受。',
    agreement: '每晚八点以后不练琴，周末中午十二点到两点不练琴。',
    state: 'ended',
    daysAgo: 60,
  },
  {
    by: 'community-staff',
    matter: '车位长期被占，业主之间发生争执。',
    parties: [
      ['卫某某', '1单元'],
      ['蒋某某', '2单元'],
    ],
    meeting: '约定下周一再谈，请小区其他车主一起来。',
    state: 'open',
    daysAgo: 3,
  },
]

/** A wavy line, as somebody signs. */
const STROKES = [
  Array.from({ length: 40 }, (_, place) =>
    place % 2 === 0 ? 150 + place * 18 : Math.round(200 + 90 * Math.sin(place)),
  ),
]

/** A building that an account of the demo looks after, by appointment or by a grant for its community. */
async function buildingOf(tx: Tx, streetId: string, accountId: string) {
  const person = { person: { accountId } }
  const grants = await tx.roleGrant.findMany({
    where: { streetId, accountId, scopeKind: 'community' },
    select: { scopeId: true },
  })
  return tx.building.findFirst({
    where: {
      streetId,
      endedAt: null,
      OR: [
        { captainBuildings: { some: { appointment: person } } },
        { grid: { members: { some: person } } },
        { compound: { communityId: { in: grants.flatMap(({ scopeId }) => scopeId ?? []) } } },
      ],
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
}

/** Disputes that the demo's captain, grid member and community look after; all people in them are simulated. */
export async function settleDisputes(tx: Tx, streetId: string, now: Date): Promise<void> {
  if ((await tx.mediation.count({ where: { streetId } })) > 0) return
  for (const [place, one] of CASES.entries()) await writeCase(tx, streetId, one, place, now)
}

async function writeCase(tx: Tx, streetId: string, one: Case, place: number, now: Date): Promise<void> {
  const account = await tx.account.findUnique({
    where: { username: one.by },
    select: { id: true, displayName: true },
  })
  const building = account && (await buildingOf(tx, streetId, account.id))
  if (!account || !building) return
  const began = new Date(now.getTime() - one.daysAgo * 86_400_000)
  const openedOn = dateOf(dayOf(began))
  const id = uuidv7(began)
  await tx.mediation.create({
    data: {
      streetId,
      id,
      number: `TJ${dayOf(began).replaceAll('-', '').slice(2)}-DEMO${place + 1}`,
      buildingId: building.id,
      matter: one.matter,
      state: one.state,
      openedOn,
      ...(one.state === 'agreed' ? { followUpOn: dateOf(addDays(dayOf(now), 10)) } : {}),
      ...(one.state === 'ended'
        ? {
            outcome: 'kept',
            closing: '回访两次，双方都按约定做。',
            endedOn: dateOf(addDays(dayOf(began), 30)),
          }
        : {}),
    },
    select: { id: true },
  })
  await tx.mediationSeat.create({
    data: {
      streetId,
      id: uuidv7(began),
      mediationId: id,
      accountId: account.id,
      post: 'mediator',
      startsAt: began,
    },
    select: { id: true },
  })
  const parties = one.parties.map(([name, door], position) => ({
    streetId,
    id: uuidv7(began),
    mediationId: id,
    name,
    door,
    position,
  }))
  await tx.mediationParty.createMany({ data: parties })
  await tx.mediationMeeting.create({
    data: {
      streetId,
      id: uuidv7(began),
      mediationId: id,
      heldAt: began,
      place: '楼下活动室',
      words: one.meeting,
      writtenBy: account.displayName,
      createdAt: began,
    },
    select: { id: true },
  })
  if (!one.agreement) return
  const agreementId = uuidv7(began)
  await tx.mediationAgreement.create({
    data: {
      streetId,
      id: agreementId,
      mediationId: id,
      edition: 1,
      words: one.agreement,
      drawnUpOn: openedOn,
      mediator: account.displayName,
    },
    select: { id: true },
  })
  await tx.mediationSignature.createMany({
    data: parties.map(({ id: partyId }) => ({
      streetId,
      id: uuidv7(began),
      agreementId,
      partyId,
      strokes: STROKES,
      signedAt: began,
    })),
  })
}
