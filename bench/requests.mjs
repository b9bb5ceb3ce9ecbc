import { randomBytes, randomUUID } from 'node:crypto'
import http from 'node:http'
import pg from 'pg'
import { medianOf, timed } from './measure.mjs'

const ROWS = 50_000
const READERS = 16
const SECONDS = 4
const LISTENERS = 200

/** Fills the street with requests of half a year, each with its first event, as the database demands. */
export async function fillRequests(client) {
  await client.query('BEGIN')
  await client.query(
    `CREATE TEMP TABLE made ON COMMIT DROP AS
     SELECT s.id AS street_id, gen_random_uuid() AS id, n, (SELECT id FROM request_category WHERE code = 'other' LIMIT 1) AS category_id,
       b.id AS building_id, b.compound_id, now() - (n % 260000) * interval '1 minute' AS at
     FROM street s, generate_series(1, $1 - (SELECT count(*)::int FROM request)) n
     JOIN LATERAL (SELECT id, compound_id FROM (SELECT id, compound_id, row_number() OVER (ORDER BY id) AS place,
       count(*) OVER () AS total FROM building) all_of WHERE place = n % total + 1) b ON true`,
    [ROWS],
  )
  await client.query(
    `INSERT INTO request (street_id, id, number, source, category_id, words, compound_id, building_id, policy, round_started_at,
       due_kind, due_at, warn_at, thrice_at, search, created_at, updated_at)
     SELECT street_id, id, 'M-' || n, 'phone', category_id, '量测诉求' || n, compound_id, building_id, '{"resolve":{"amount":7,"unit":"days"}}',
       at, 'resolve', at + interval '7 days', at + interval '5 days', at + interval '21 days', 'm-' || n || '量测诉求', at, at FROM made`,
  )
  await client.query(
    `INSERT INTO request_event (street_id, id, request_id, version, at, kind, to_state, round, actor, actor_kind, is_public)
     SELECT street_id, gen_random_uuid(), id, 1, at, 'submit', 'submitted', 1, '量测', 'reporter', true FROM made`,
  )
  await client.query('COMMIT')
  await client.query('ANALYZE request')
}

const PAGE = `SELECT r.id, r.number, r.state, r.outcome, r.source, r.words, r.place, r.due_kind, r.due_at, r.warn_at, r.thrice_at,
    r.was_late, r.round, r.version, r.created_at, r.reporter_name, r.reporter_phone, k.id AS category_id, k.name AS category,
    k.name_en, c.id AS compound_id, c.name AS compound, m.name AS community, b.name AS building, s.name AS stairwell,
    w.id AS worker_id, p.name AS worker
  FROM request r
  JOIN request_category k ON k.street_id = r.street_id AND k.id = r.category_id
  JOIN compound c ON c.street_id = r.street_id AND c.id = r.compound_id
  JOIN community m ON m.street_id = c.street_id AND m.id = c.community_id
  LEFT JOIN building b ON b.street_id = r.street_id AND b.id = r.building_id
  LEFT JOIN stairwell s ON s.street_id = r.street_id AND s.id = r.stairwell_id
  LEFT JOIN worker w ON w.street_id = r.street_id AND w.id = r.worker_id
  LEFT JOIN person p ON p.street_id = w.street_id AND p.id = w.person_id
  WHERE r.street_id = $1 AND r.state IN ('submitted', 'accepted', 'dispatched', 'in_progress', 'paused', 'waiting', 'handed_over',
    'to_verify', 'reopen_asked')
  ORDER BY r.due_at ASC NULLS LAST, r.id LIMIT 21`
const COUNT = `SELECT count(*) FROM request WHERE street_id = $1 AND state IN ('submitted', 'accepted', 'dispatched', 'in_progress',
  'paused', 'waiting', 'handed_over', 'to_verify', 'reopen_asked')`

/** The indexes that the board's first page is read by. */
export async function planOfBoard(client, street) {
  const { rows } = await client.query({ text: `EXPLAIN ${PAGE}`, values: [street], rowMode: 'array' })
  const plan = rows.flat().join('\n')
  return [...new Set(plan.match(/(?<=using )\w+/g) ?? [])].filter((name) => name.startsWith('request'))
}

/** The same work by hand: node:http and pg, rows, event, code, audit, kept answer and all in one transaction. */
function handMade(pool, { street, account, category, building, compound }) {
  const create = async () => {
    const client = await pool.connect()
    const [id, event, number] = [randomUUID(), randomUUID(), `H-${randomBytes(6).toString('hex')}`]
    try {
      await client.query('BEGIN')
      await client.query(
        `INSERT INTO idempotency_key (street_id, principal, operation, key, request_hash) VALUES ($1, $2, 'hand', $3, 'x')`,
        [street, account, id],
      )
      await client.query(
        `SELECT resolve_amount, resolve_unit FROM sla_policy WHERE street_id = $1 AND category_id = $2`,
        [street, category],
      )
      await client.query(
        'SELECT day, kind FROM calendar_day WHERE street_id = $1 AND day >= current_date - 40 LIMIT 400',
        [street],
      )
      await client.query(
        `INSERT INTO request (street_id, id, number, source, category_id, words, compound_id, building_id, policy, round_started_at,
           due_kind, due_at, warn_at, thrice_at, search) VALUES ($1, $2, $3, 'phone', $4, '量测', $5, $6,
           '{"resolve":{"amount":7,"unit":"days"}}', now(), 'resolve', now() + interval '7 days', now() + interval '5 days',
           now() + interval '21 days', $3)`,
        [street, id, number, category, compound, building],
      )
      await client.query(
        `INSERT INTO request_event (street_id, id, request_id, version, at, kind, to_state, round, actor, actor_kind, is_public)
         VALUES ($1, $2, $3, 1, now(), 'submit', 'submitted', 1, '量测', 'staff', true)`,
        [street, event, id],
      )
      await client.query(
        `INSERT INTO request_track (token_hash, street_id, request_id, kind) VALUES ($1, $2, $3, 'reporter')`,
        [randomUUID(), street, id],
      )
      await client.query(
        `INSERT INTO audit_entry (street_id, id, at, account_id, actor, action, outcome, subject_kind, subject_id, request_id)
         VALUES ($1, $2, now(), $3, '量测', 'request.report', 'done', 'request', $4, 'bench')`,
        [street, randomUUID(), account, id],
      )
      await client.query(
        `UPDATE idempotency_key SET status = 201, answer = '{}' WHERE street_id = $1 AND principal = $2 AND operation = 'hand' AND key = $3`,
        [street, account, id],
      )
      await client.query('COMMIT')
    } finally {
      client.release()
    }
    return { id, number }
  }
  const list = async () => {
    const [page, count] = await Promise.all([pool.query(PAGE, [street]), pool.query(COUNT, [street])])
    return { rows: page.rows, total: Number(count.rows[0].count) }
  }
  return http.createServer(async (request, response) => {
    for await (const _ of request);
    const body = JSON.stringify(await (request.method === 'POST' ? create() : list()))
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.end(body)
  })
}

/** So many at once for so long: how many a second, and how long the slowest hundredth waits, in milliseconds. */
async function under(load, seconds = SECONDS) {
  for (let warm = 0; warm < 30; warm++) await load()
  const times = []
  const began = performance.now()
  const end = began + seconds * 1000
  await Promise.all(
    Array.from({ length: READERS }, async () => {
      while (performance.now() < end) times.push(await timed(load))
    }),
  )
  const perSecond = times.length / ((performance.now() - began) / 1000)
  const sorted = times.sort((one, other) => one - other)
  return { perSecond, p99: sorted[Math.floor(sorted.length * 0.99)] }
}

const agent = new http.Agent({ keepAlive: true, maxSockets: READERS })

const ask = (url, { method = 'GET', headers = {}, body } = {}) =>
  new Promise((resolve, reject) => {
    const request = http.request(url, { agent, method, headers }, (answer) => {
      answer.resume()
      answer.on('end', () =>
        answer.statusCode < 300
          ? resolve()
          : reject(new Error(`${method} ${url} answered ${answer.statusCode}`)),
      )
    })
    request.on('error', reject)
    request.end(body)
  })

/** Creating a request and the board's first page, through the product and by hand, turn by turn. */
export async function compareRequests({ address, database }, cookie, client) {
  const { rows } =
    await client.query(`SELECT b.street_id AS street, b.id AS building, b.compound_id AS compound,
    (SELECT id FROM request_category WHERE code = 'other' LIMIT 1) AS category,
    (SELECT id FROM account WHERE username = 'dispatcher') AS account FROM building b ORDER BY b.id LIMIT 1`)
  const [site] = rows
  const pool = new pg.Pool({ ...database, max: 10 })
  const server = handMade(pool, site)
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const hand = `http://127.0.0.1:${server.address().port}/`
  // The limit of a person is not what is measured.
  const forgetting = setInterval(() => client.query('DELETE FROM rate_limit').catch(() => {}), 200)
  const create = () =>
    ask(`${address}/api/v1/requests`, {
      method: 'POST',
      headers: {
        cookie,
        origin: address,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({
        categoryId: site.category,
        buildingId: site.building,
        words: '量测',
        source: 'phone',
      }),
    })
  const list = () => ask(`${address}/api/v1/requests?state=open`, { headers: { cookie } })
  const rounds = { create: [], createHand: [], list: [], listHand: [] }
  for (let round = 0; round < 3; round++) {
    rounds.create.push(await under(create))
    rounds.createHand.push(await under(() => ask(hand, { method: 'POST' })))
    rounds.list.push(await under(list))
    rounds.listHand.push(await under(() => ask(hand)))
  }
  clearInterval(forgetting)
  server.close()
  await pool.end()
  const middle = (all) => ({
    perSecond: medianOf(all.map(({ perSecond }) => perSecond)),
    p99: medianOf(all.map(({ p99 }) => p99)),
  })
  return {
    ...Object.fromEntries(Object.entries(rounds).map(([name, all]) => [name, middle(all)])),
    plan: await planOfBoard(client, site.street),
  }
}

/** How long it takes until all who listen to the board have heard of one new request, in milliseconds. */
export async function hearAtOnce({ address }, cookie, client) {
  const { rows } =
    await client.query(`SELECT b.id AS building, (SELECT id FROM request_category WHERE code = 'other' LIMIT 1) AS category
    FROM building b ORDER BY b.id LIMIT 1`)
  const many = new http.Agent({ keepAlive: true, maxSockets: LISTENERS })
  const open = []
  const heard = []
  let isAsked = false
  await Promise.all(
    Array.from(
      { length: LISTENERS },
      () =>
        new Promise((resolve, reject) => {
          const request = http.get(
            `${address}/api/v1/requests/stream`,
            { agent: many, headers: { cookie } },
            (answer) => {
              if (answer.statusCode !== 200)
                return reject(new Error(`the stream answered ${answer.statusCode}`))
              let done
              heard.push(new Promise((hear) => (done = hear)))
              answer.on('data', (part) => isAsked && String(part).includes('data:') && done())
              resolve()
            },
          )
          request.on('error', () => {})
          open.push(request)
        }),
    ),
  )
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  isAsked = true
  const began = performance.now()
  await ask(`${address}/api/v1/requests`, {
    method: 'POST',
    headers: { cookie, origin: address, 'content-type': 'application/json' },
    body: JSON.stringify({
      categoryId: rows[0].category,
      buildingId: rows[0].building,
      words: '量测',
      source: 'phone',
    }),
  })
  await Promise.all(heard)
  const milliseconds = performance.now() - began
  for (const request of open) request.destroy()
  many.destroy()
  return { milliseconds, listeners: LISTENERS }
}
