import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '@/core/instants'
import { dateOf } from '@/server/term'
import type { TestDatabase } from '../support/database'
import { type Answer, type Caller, openOffice, signedInAs } from '../support/office'

const today = dayOf(new Date())

let database: TestDatabase
let staff: Caller
let admin: Caller
let db: typeof import('@/server/db')['db']
let terms: typeof import('@/features/captains/terms/endpoints')
let suggestions: typeof import('@/features/captains/terms/suggestions/endpoints')
let streetId: string

beforeAll(async () => {
  database = await openOffice()
  ;({ db } = await import('@/server/db'))
  terms = await import('@/features/captains/terms/endpoints')
  suggestions = await import('@/features/captains/terms/suggestions/endpoints')
  staff = await signedInAs('street-staff')
  admin = await signedInAs('street-admin')
  ;({ id: streetId } = await db().street.findFirstOrThrow())
})

afterAll(() => database.drop())

type Coverage = { buildings: number; vacant: number; stairwells: number; vacantStairwells: number }
type Terms = {
  months: { month: string | null; endings: { person: string; endsOn: string; sites: { id: string }[] }[] }[]
  byCommunity: Coverage[]
  byGrid: (Coverage & { id: string })[]
  vacancies: { id: string; name: string }[]
}
const bodyOf = <Body>({ body }: Answer) => body as Body
const termsOf = async (query: Record<string, string> = {}, by = staff) =>
  bodyOf<Terms>(await by.call(terms.getCaptainTerms, { query }))

/** A community of its own: three buildings in a grid with two, one and one stairwells. */
async function ground() {
  const place = (name: string) => ({ streetId, id: crypto.randomUUID(), name, sortKey: '', search: '' })
  const community = await db().community.create({ data: place(crypto.randomUUID()) })
  const grid = await db().grid.create({
    data: { ...place('一格'), code: crypto.randomUUID(), communityId: community.id },
  })
  const compound = await db().compound.create({
    data: { ...place(crypto.randomUUID()), communityId: community.id },
  })
  const buildings: string[] = []
  for (const [index, stairwells] of [2, 1, 1].entries()) {
    const number = String(index + 1)
    const { id } = await db().building.create({
      data: { ...place(`${number}幢`), compoundId: compound.id, gridId: grid.id, number },
    })
    for (let at = 1; at <= stairwells; at++)
      await db().stairwell.create({
        data: { streetId, id: crypto.randomUUID(), buildingId: id, number: at, name: `${at}单元` },
      })
    buildings.push(id)
  }
  return { communityId: community.id, gridId: grid.id, buildings }
}

async function serve(name: string, buildingIds: readonly string[], from: number, to: number | null) {
  const personId = crypto.randomUUID()
  const id = crypto.randomUUID()
  await db().person.create({ data: { streetId, id: personId, name, sortKey: name, search: name } })
  const term = {
    startsOn: dateOf(addDays(today, from)),
    endsOn: to === null ? null : dateOf(addDays(today, to)),
  }
  await db().captainAppointment.create({
    data: { streetId, id, personId, ...term, duties: [], sortKey: name, search: name },
  })
  await db().captainBuilding.createMany({
    data: buildingIds.map((buildingId) => ({ streetId, appointmentId: id, buildingId, ...term })),
  })
  return { id, personId }
}

test('coverage by a hand-counted fixture: first and last day count, yesterday’s and tomorrow’s terms do not', async () => {
  const { communityId, gridId, buildings } = await ground()
  const [first = '', second = '', third = ''] = buildings
  await serve('首日', [first], 0, 200)
  await serve('昨天', [second], -300, -1)
  await serve('明天', [third], 1, null)
  const seen = await termsOf({ community: communityId })
  expect(seen.byCommunity).toMatchObject([{ buildings: 3, vacant: 2, stairwells: 4, vacantStairwells: 2 }])
  expect(seen.byGrid).toMatchObject([
    { id: gridId, buildings: 3, vacant: 2, stairwells: 4, vacantStairwells: 2 },
  ])
  expect(seen.vacancies.map(({ id }) => id).sort()).toEqual([second, third].sort())
  expect(seen.months.map(({ month, endings }) => [month, endings.map(({ person }) => person)])).toEqual([
    [null, ['昨天']],
    [addDays(today, 200).slice(0, 7), ['首日']],
  ])
})

test('the street’s figures are those of its registers', async () => {
  const seen = await termsOf()
  const [counted] = await db().$queryRaw<{ buildings: bigint; vacant: bigint }[]>`
    SELECT count(*) AS buildings, count(*) FILTER (WHERE NOT EXISTS (
      SELECT FROM captain_building cb WHERE cb.street_id = b.street_id AND cb.building_id = b.id
        AND cb.starts_on <= ${today}::date AND coalesce(cb.ends_on, 'infinity') >= ${today}::date)) AS vacant
    FROM building b JOIN compound c ON c.street_id = b.street_id AND c.id = b.compound_id
    WHERE b.ended_at IS NULL AND c.ended_at IS NULL`
  const sum = (pick: (row: Coverage) => number) =>
    seen.byCommunity.reduce((total, row) => total + pick(row), 0)
  expect([sum((row) => row.buildings), sum((row) => row.vacant)]).toEqual([
    Number(counted?.buildings),
    Number(counted?.vacant),
  ])
})

test('a community sees its own terms alone, a captain the own buildings', async () => {
  const { communityId, buildings } = await ground()
  await serve('别处', buildings, -300, 30)
  const community = await signedInAs('community-staff')
  expect((await termsOf({ community: communityId }, community)).byCommunity).toEqual([])
  const people = (seen: Terms) => seen.months.flatMap(({ endings }) => endings.map(({ person }) => person))
  expect(people(await termsOf({}, community))).not.toContain('别处')
  const captain = await signedInAs('captain')
  const own = await termsOf({}, captain)
  expect(own.byCommunity.reduce((sum, { buildings: count }) => sum + count, 0)).toBeLessThan(10)
})

test('a vacancy is told who is near, who was before, and of centre households only to who may know of membership', async () => {
  const { buildings } = await ground()
  const [vacant = '', near = '', busy = ''] = buildings
  await serve('以前的', [vacant], -900, -10)
  await serve('附近的', [near, busy], -300, null)
  const person = await serve('户里的', [], -900, -800)
  const group = await db().partyOrganisation.findFirstOrThrow({
    where: { streetId, level: 'building_group' },
  })
  await db().centreHousehold.create({
    data: {
      streetId,
      id: crypto.randomUUID(),
      groupId: group.id,
      buildingId: vacant,
      personId: person.personId,
      name: crypto.randomUUID(),
      sortKey: '',
      search: '',
    },
  })
  const named = async (by: Caller) => {
    const answer = await by.call(suggestions.getCaptainSuggestions, { params: { id: vacant } })
    return bodyOf<{ people: { name: string; reasons: { kind: string }[] }[] }>(answer)
      .people.map(({ name, reasons }) => `${name} ${reasons.map(({ kind }) => kind).join()}`)
      .sort()
  }
  expect(await named(staff)).toEqual(['以前的 earlier', '附近的 neighbour'])
  expect(await named(admin)).toEqual(['以前的 earlier', '户里的 centre-household', '附近的 neighbour'])
})
