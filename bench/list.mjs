import { medianOf, timed } from './measure.mjs'

const ROWS = 50_000
const ROUNDS = 200

/** Fills the register of compounds up to the number of rows that a large city district has. */
export async function fillRegister(client) {
  await client.query(
    `INSERT INTO compound (street_id, id, community_id, name, household_count, sort_key, search)
     SELECT c.street_id, gen_random_uuid(), c.id, '量测小区' || n, n % 900, 'lcxq' || lpad(n::text, 6, '0'), '量测小区' || n
     FROM (SELECT street_id, id FROM community ORDER BY id LIMIT 1) c,
       generate_series(1, $1 - (SELECT count(*)::int FROM compound)) n`,
    [ROWS],
  )
  await client.query('ANALYZE compound')
}

const PAGE = `SELECT c.id, c.name, c.built_year, c.building_count, c.stairwell_count, c.household_count, c.population,
    c.over60, c.area_square_metres, c.facilities, c.stage, c.pilot, c.sort_key, c.ended_at,
    m.id AS community_id, m.name AS community, z.id AS zone_id, z.name AS zone
  FROM compound c
  JOIN community m ON m.street_id = c.street_id AND m.id = c.community_id
  LEFT JOIN zone_compound zc ON zc.street_id = c.street_id AND zc.compound_id = c.id
  LEFT JOIN zone z ON z.street_id = zc.street_id AND z.id = zc.zone_id
  WHERE c.street_id = $1 AND c.ended_at IS NULL
  ORDER BY c.sort_key, c.id LIMIT 21`
const COUNT = 'SELECT count(*) FROM compound WHERE street_id = $1 AND ended_at IS NULL'

/** The first page of 20 with its total, through the API and by the same two queries by hand, turn by turn, in milliseconds. */
export async function compareList({ address }, cookie, client) {
  const { rows } = await client.query('SELECT id FROM street LIMIT 1')
  const street = [rows[0].id]
  const url = `${address}/api/v1/compounds?size=20`
  const ask = async () => {
    const answer = await fetch(url, { headers: { cookie } })
    const page = await answer.json()
    if (page.total !== ROWS || page.rows.length !== 20) throw new Error(`${url} answered ${answer.status}`)
  }
  const byHand = async () => {
    await client.query(PAGE, street)
    await client.query(COUNT, street)
  }
  for (let warm = 0; warm < 20; warm++) {
    await ask()
    await byHand()
  }
  const times = { api: [], hand: [] }
  for (let round = 0; round < ROUNDS; round++) {
    times.hand.push(await timed(byHand))
    times.api.push(await timed(ask))
  }
  return { api: medianOf(times.api), hand: medianOf(times.hand), rows: ROWS }
}
