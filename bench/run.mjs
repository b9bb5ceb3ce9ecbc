import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { databaseEnvironment } from '../scripts/lib/database.mjs'
import { loadDemo } from '../scripts/lib/demo.mjs'
import { deploy } from '../scripts/lib/migrate.mjs'
import { openDatabase } from '../scripts/lib/postgres.mjs'
import { delay } from '../scripts/lib/processes.mjs'
import { sessionSecret } from '../scripts/lib/secrets.mjs'
import { say, step } from '../scripts/lib/steps.mjs'
import { compareList, fillRegister } from './list.mjs'
import { familyOf, withPeakMemory } from './measure.mjs'
import { signIn, startProduct } from './product.mjs'
import { compareRequests, fillRequests, hearAtOnce } from './requests.mjs'
import { compareSheet } from './sheet.mjs'
import { compareAnalysis, compareAnswersImport } from './surveys.mjs'

const IDLE_MS = 10_000

/** Imports and furnishes the demo street in a new database, as a first start does. */
async function measureDemo(directory) {
  const database = await openDatabase(directory)
  try {
    await deploy(database.urls, () => {})
    const env = {
      ...databaseEnvironment(database),
      DATA_DIR: directory,
      NEXTAUTH_SECRET: sessionSecret(directory),
      NODE_ENV: 'production',
    }
    return await withPeakMemory(() => loadDemo(database.urls.owner, env))
  } finally {
    await database.close()
  }
}

const idleMemory = async ({ pid }) => {
  await delay(IDLE_MS)
  return familyOf(pid).find(({ args }) => args.includes('server.mjs')).megabytes
}

const row = (what, measured, goal, met) => ({ what, measured, goal, met: met ? 'yes' : 'NO' })

function tableOf({ demo, start, memory, sheet, list, requests, live, analysis, answers }) {
  const share = sheet.sheet / sheet.plain
  const times = list.api / list.hand
  return [
    row(
      `contact sheet, ${sheet.bytes} B : static file, ${sheet.plainBytes} B`,
      `${sheet.sheet.toFixed(0)} : ${sheet.plain.toFixed(0)} answers/s = ${share.toFixed(2)}`,
      '≥ 1',
      share >= 1,
    ),
    row(
      `20 of ${list.rows} rows, API : SQL by hand`,
      `${list.api.toFixed(1)} : ${list.hand.toFixed(1)} ms = ${times.toFixed(2)}`,
      '≤ 3',
      times <= 3,
    ),
    ...requestRows(requests, live),
    ...surveyRows(analysis, answers),
    row('warm start', `${start.toFixed(1)} s`, '—', true),
    row('idle server, resident', `${memory.toFixed(0)} MB`, '< 300 MB', memory < 300),
    row('demo street, time', `${demo.seconds.toFixed(1)} s`, '≤ 20 s', demo.seconds <= 20),
    row('demo street, peak memory', `${demo.megabytes.toFixed(0)} MB`, '≤ 600 MB', demo.megabytes <= 600),
  ]
}

/** By hand are the analysis' two counts through `pg`; csv-parse reads the same file and does nothing with it. */
function surveyRows({ page, api, hand, answers }, { rows, seconds, parsing }) {
  return [
    row(
      `analysis of ${answers} answers, page : SQL by hand`,
      `${page.toFixed(0)} : ${hand.toFixed(0)} ms = ${(page / hand).toFixed(2)}`,
      '< 1,000 ms',
      page < 1_000,
    ),
    row(
      `analysis of ${answers} answers, API : SQL by hand`,
      `${api.toFixed(0)} : ${hand.toFixed(0)} ms = ${(api / hand).toFixed(2)}`,
      '—',
      true,
    ),
    row(
      `import of ${rows} questionnaires : csv-parse alone`,
      `${seconds.toFixed(1)} : ${parsing.toFixed(2)} s = ${(seconds / parsing).toFixed(0)}`,
      '—',
      true,
    ),
  ]
}

/** Under 16 connections, each asking again at once; by hand is the same SQL over node:http and pg in the same run. */
function requestRows({ create, createHand, list, listHand, plan }, live) {
  const pair = (what, own, hand, goal) => {
    const share = own.perSecond / hand.perSecond
    const measured = `${own.perSecond.toFixed(0)} : ${hand.perSecond.toFixed(0)}/s = ${share.toFixed(2)}; p99 ${own.p99.toFixed(0)} : ${hand.p99.toFixed(0)} ms`
    return row(what, measured, `≥ ${goal}`, share >= goal)
  }
  return [
    pair('creating a request : by hand', create, createHand, 0.4),
    pair('board of 50,000 requests : by hand', list, listHand, 0.3),
    row(
      'index of the board’s first page',
      plan.join(', '),
      'request_open_by_due',
      plan.includes('request_open_by_due'),
    ),
    row(`all ${live.listeners} listeners have heard`, `${live.milliseconds.toFixed(0)} ms`, '—', true),
  ]
}

/** Measures everything in a database of its own and prints one table; ratios are taken within the one run. */
export async function runBench() {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'linzhi-bench-'))
  let product
  try {
    const demo = await step('演示街道 Demo street', () => measureDemo(directory))
    product = await step('启动 Start', () => startProduct(directory))
    const memory = await step('空闲内存 Idle memory', () => idleMemory(product))
    const client = new pg.Client(product.database)
    await client.connect()
    const { rows } = await client.query('SELECT code FROM public_code WHERE revoked_at IS NULL LIMIT 1')
    const sheet = await step('联系表 Contact sheet', () => compareSheet(product, rows[0].code))
    const cookie = await signIn(product.address, 'street-staff')
    const analysis = await step('问卷分析 Survey analysis', () => compareAnalysis(product, cookie, client))
    await fillRegister(client)
    const list = await step('名册 Register', () => compareList(product, cookie, client))
    await step('诉求 Requests', () => fillRequests(client))
    const desk = await signIn(product.address, 'dispatcher')
    const requests = await step('受理与看板 Creating and the board', () =>
      compareRequests(product, desk, client),
    )
    const live = await step('看板推送 Live board', () => hearAtOnce(product, desk, client))
    const answers = await step('导入问卷 Answers imported', () => compareAnswersImport(product, client))
    await client.end()
    say()
    console.table(
      tableOf({ demo, start: product.seconds, memory, sheet, list, requests, live, analysis, answers }),
    )
    say(
      `  load ${os
        .loadavg()
        .map((load) => load.toFixed(1))
        .join(' ')} · ${os.cpus().length} CPUs`,
    )
  } finally {
    await product?.stop()
    fs.rmSync(directory, { recursive: true, force: true })
  }
}
