import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../support/database'
import { type Answer, type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let db: typeof import('@/server/db')['db']
let structure: typeof import('@/features/insights/structure/endpoints')
let parties: typeof import('@/features/parties/organisations/endpoints')
let open: readonly string[]

beforeAll(async () => {
  database = await openOffice()
  ;({ db } = await import('@/server/db'))
  structure = await import('@/features/insights/structure/endpoints')
  parties = await import('@/features/parties/organisations/endpoints')
  open = (await import('@/features/requests/life/rules')).OPEN_STATES
})

afterAll(() => database.drop())

type Part = {
  id: string
  name: string
  level: string
  area: { building: string }[]
  figures: { buildings: number; captains: number; vacant: number; openRequests: number | null } | null
}
const bodyOf = <Body>({ body }: Answer) => body as Body
const under = async (by: Caller, id: string) => by.call(structure.getPartyParts, { params: { id } })
const partsOf = (answer: Answer) => bodyOf<{ parts: Part[] }>(answer).parts

test('what a part reports is what its registers and requests hold', async () => {
  const staff = await signedInAs('street-staff')
  const committee = await db().partyOrganisation.findFirstOrThrow({
    where: { level: 'community_committee', communityId: { not: null } },
  })
  const [room] = partsOf(await under(staff, committee.id))
  const inCommunity = { endedAt: null, compound: { endedAt: null, communityId: committee.communityId ?? '' } }
  const buildings = await db().building.count({ where: inCommunity })
  const openRequests = await db().request.count({
    where: {
      state: { in: open as ('submitted' | 'accepted')[] },
      compound: { communityId: committee.communityId ?? '' },
    },
  })
  expect(room).toMatchObject({ level: 'command_room', figures: { buildings, openRequests } })
  const branches = partsOf(await under(staff, room?.id ?? ''))
  const branch = branches.find(({ figures }) => (figures?.buildings ?? 0) > 0)
  expect(branch?.area.length).toBeGreaterThan(0)
  expect(branch?.figures?.buildings).toBeLessThanOrEqual(buildings)
})

test('a community meets another’s parts as ones that do not exist', async () => {
  const community = await signedInAs('community-staff')
  const account = await db().account.findUniqueOrThrow({
    where: { username: 'community-staff' },
    select: { grants: { select: { scopeId: true } } },
  })
  const communityId = account.grants[0]?.scopeId ?? ''
  const own = await db().partyOrganisation.findFirstOrThrow({
    where: { level: 'community_committee', communityId },
  })
  const foreign = await db().partyOrganisation.findFirstOrThrow({
    where: { level: 'community_committee', communityId: { not: communityId } },
  })
  expect((await under(community, own.id)).status).toBe(200)
  expect((await under(community, foreign.id)).status).toBe(404)
  expect((await community.call(parties.getPartyBranches, { params: { id: foreign.id } })).status).toBe(404)
})

test('nothing of Party membership is in what the structure answers', async () => {
  const staff = await signedInAs('street-staff')
  const standings = await db().partyMembership.findMany({
    distinct: ['standing'],
    select: { standing: true },
  })
  const committees = await db().partyOrganisation.findMany({ where: { level: 'building_group' }, take: 20 })
  for (const { id } of committees) {
    const words = JSON.stringify(partsOf(await under(staff, id)))
    for (const { standing } of standings) expect(words).not.toContain(`"${standing}"`)
  }
})
