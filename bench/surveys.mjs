import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { root } from '../scripts/lib/paths.mjs'
import { medianOf, timed } from './measure.mjs'

const ROUNDS = 30
const ANSWERS = path.join(root, 'demo', 'luotang', '07-需求问卷.csv')

const RETURNED = `SELECT q.compound_id, b.grid_id, count(*), count(*) FILTER (WHERE q.is_returned)
  FROM questionnaire q LEFT JOIN building b ON b.street_id = q.street_id AND b.id = q.building_id
  WHERE q.street_id = $1 AND q.survey_id = $2 GROUP BY 1, 2`
const ANSWERED = `SELECT q.compound_id, b.grid_id, a.key, v.item, count(*)
  FROM questionnaire q LEFT JOIN building b ON b.street_id = q.street_id AND b.id = q.building_id
  CROSS JOIN LATERAL jsonb_each(q.answers) a
  CROSS JOIN LATERAL (SELECT a.value #>> '{}' AS item WHERE jsonb_typeof(a.value) <> 'array'
    UNION ALL SELECT e FROM jsonb_array_elements_text(CASE jsonb_typeof(a.value) WHEN 'array' THEN a.value ELSE '[]' END) e) v
  WHERE q.street_id = $1 AND q.survey_id = $2 AND q.is_returned AND a.key <> 'remark' GROUP BY 1, 2, 3, 4`

/** The largest campaign's analysis, as a page and through the API, and the same counts in plain SQL, turn by turn, in milliseconds. */
export async function compareAnalysis({ address }, cookie, client) {
  const { rows } = await client.query(
    `SELECT street_id, survey_id, (count(*) FILTER (WHERE is_returned))::int AS answers FROM questionnaire
     GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 1`,
  )
  const { street_id: street, survey_id: survey, answers } = rows[0]
  const ask = async (url) => {
    const answer = await fetch(url, { headers: { cookie } })
    const body = await answer.text()
    if (!answer.ok || body.length < 5_000) throw new Error(`${url} answered ${answer.status}`)
  }
  const page = () => ask(`${address}/office/surveys/${survey}/analysis`)
  const api = () => ask(`${address}/api/v1/surveys/${survey}/analysis`)
  const byHand = async () => {
    await client.query(RETURNED, [street, survey])
    await client.query(ANSWERED, [street, survey])
  }
  const times = { page: [], api: [], hand: [] }
  for (let round = -3; round < ROUNDS; round++) {
    await client.query('DELETE FROM rate_limit')
    const taken = { hand: await timed(byHand), api: await timed(api), page: await timed(page) }
    if (round >= 0) for (const [name, time] of Object.entries(taken)) times[name].push(time)
  }
  return {
    answers,
    ...Object.fromEntries(Object.entries(times).map(([name, all]) => [name, medianOf(all)])),
  }
}

/** The import of the demo's answers alone, once they are gone, and csv-parse over the same file, in seconds. */
export async function compareAnswersImport({ database }, client) {
  await client.query('DELETE FROM answer_code')
  await client.query('DELETE FROM questionnaire')
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linzhi-answers-'))
  fs.copyFileSync(ANSWERS, path.join(folder, path.basename(ANSWERS)))
  const { host, port, user, password, database: name } = database
  const own = await timed(() =>
    promisify(execFile)(
      process.execPath,
      [
        path.join(root, 'dist', 'street.mjs'),
        'import',
        folder,
        '--code',
        '321204001',
        '--name',
        '罗塘街道',
        '--json',
      ],
      {
        cwd: root,
        env: {
          ...process.env,
          NODE_ENV: 'production',
          DATABASE_URL: `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/${name}`,
          NEXTAUTH_SECRET: 'x'.repeat(32),
        },
        maxBuffer: 20_000_000,
      },
    ),
  )
  fs.rmSync(folder, { recursive: true, force: true })
  const { rows } = await client.query('SELECT count(*)::int AS rows FROM questionnaire')
  const alone = []
  for (let round = 0; round < 5; round++)
    alone.push(await timed(async () => parse(fs.readFileSync(ANSWERS), { bom: true, relax_quotes: true })))
  return { rows: rows[0].rows, seconds: own / 1000, parsing: medianOf(alone) / 1000 }
}
