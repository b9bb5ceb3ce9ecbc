import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { dayOf } from '@/core/instants'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/server/db'
import { Run } from '@/server/jobs'
import { log } from '@/server/log'
import { carryOut, keepRejections } from './carrying-out/commands'
import { teachingsFor } from './choosing/queries'
import { type Fault, fault } from './faults'
import { parseOutside } from './parsing-process'
import { planImport } from './plan/plan'
import { previewOf } from './plan/preview'
import type { Reading } from './registers'
import type { MappingChoice } from './schema'
import { takeTurn } from './turns/commands'
import { readStreet } from './write/queries'

type Payload = { streetId: string; runId: string; importId: string }
type Attempt = { last: boolean }

const STEPS = ['reading', 'planning', 'places', 'posts', 'services', 'journal'] as const
const MOST_MILLISECONDS = 120_000
const LOOK_EVERY_MILLISECONDS = 1_000

class Cancelled extends Error {}
class Refused extends Error {
  constructor(readonly why: Fault | { code: 'import-running' }) {
    super(why.code)
  }
}

type Job = {
  run: Run
  payload: Payload
  streetCode: string
  streetName: string
  startedBy: string | null
  choices: MappingChoice['sheets']
}

/** Reads an import's files and keeps what will come of them. */
export const readImport = (payload: Payload, attempt: Attempt): Promise<void> =>
  underRun(payload, attempt, 'reading', async (job) => {
    const reading = await readFiles(job)
    await reach(job.run, 'planning')
    const { streetId, importId } = payload
    const street = await readStreet(db(), streetId, dayOf(new Date()))
    const plan = planImport(reading, { code: job.streetCode, name: job.streetName }, street.existing)
    const preview = previewOf(reading, plan) as unknown as Prisma.InputJsonValue
    await reach(job.run, 'planning')
    await db().$transaction(async (tx) => {
      await keepRejections(tx, streetId, importId, plan.rejected)
      await tx.import.update({
        where: { streetId_id: { streetId, id: importId }, state: 'reading' },
        data: { state: 'mapped', preview, failure: Prisma.DbNull, version: { increment: 1 } },
        select: { id: true },
      })
    })
  })

/** Writes an import in one transaction. Run again after it was cut off, it finds the import done, or begins anew. */
export const writeImport = (payload: Payload, attempt: Attempt): Promise<void> =>
  underRun(payload, attempt, 'writing', async (job) => {
    const reading = await readFiles(job)
    const { streetId, importId } = payload
    const account = job.startedBy
      ? await db().account.findUnique({
          where: { streetId_id: { streetId, id: job.startedBy } },
          select: { displayName: true },
        })
      : null
    await db().$transaction(
      async (tx) => {
        if (!(await takeTurn(tx, job.streetCode))) throw new Refused({ code: 'import-running' })
        const order = {
          street: { id: streetId, code: job.streetCode, name: job.streetName },
          importId,
          doer: { accountId: job.startedBy, name: account?.displayName ?? '' },
          requestId: payload.runId,
        }
        await carryOut(tx, order, reading, new Date(), (step) => reach(job.run, step))
        await reach(job.run, 'journal')
      },
      { timeout: MOST_MILLISECONDS },
    )
  })

/** Keeps the progress; whoever asked to cancel is heard here, while nothing is committed. */
async function reach(run: Run, step: (typeof STEPS)[number]): Promise<void> {
  if (await run.reach(step, STEPS.indexOf(step), STEPS.length)) throw new Cancelled()
}

async function underRun(
  payload: Payload,
  { last }: Attempt,
  state: 'reading' | 'writing',
  work: (job: Job) => Promise<void>,
): Promise<void> {
  const { streetId, importId, runId } = payload
  const run = new Run(streetId, runId)
  const found = await db().import.findUnique({
    where: { streetId_id: { streetId, id: importId } },
    select: { state: true, startedBy: true, choices: true, street: { select: { code: true, name: true } } },
  })
  if (found?.state !== state) return run.end(found?.state === 'done' ? 'done' : 'cancelled', {}, new Date())
  const { startedBy, choices, street } = found
  const job: Job = {
    run,
    payload,
    streetCode: street.code,
    streetName: street.name,
    startedBy,
    choices: (choices ?? []) as Job['choices'],
  }
  try {
    await run.begin(new Date())
    await work(job)
    await run.end('done', {}, new Date())
  } catch (trouble) {
    if (trouble instanceof Cancelled) return giveUp(payload, run, 'cancelled', null)
    if (trouble instanceof Refused) return giveUp(payload, run, 'failed', trouble.why)
    if (!last) throw trouble
    log.error('import failed', { job: runId, fault: trouble })
    await giveUp(payload, run, 'failed', { code: 'unexpected' })
  }
}

async function giveUp(
  { streetId, importId }: Payload,
  run: Run,
  state: 'failed' | 'cancelled',
  why: { code: string; params?: Record<string, string> } | null,
): Promise<void> {
  await db().import.updateMany({
    where: { streetId, id: importId, state: { in: ['reading', 'writing'] } },
    data: {
      state,
      ...(state === 'cancelled' ? { finishedAt: new Date() } : {}),
      failure: why ?? Prisma.DbNull,
      version: { increment: 1 },
    },
  })
  if (state === 'cancelled')
    await db().importFile.updateMany({ where: { streetId, importId }, data: { bytes: null } })
  await run.end(state, why ?? {}, new Date())
}

/** The import's files as they are read in the process of their own, without the sheets that were left out. */
async function readFiles({ run, payload: { streetId, importId }, choices }: Job): Promise<Reading> {
  await reach(run, 'reading')
  const folder = await mkdtemp(path.join(tmpdir(), 'linzhi-import-'))
  const stop = new AbortController()
  const looking = setInterval(() => {
    reach(run, 'reading').catch((why) => stop.abort(why))
  }, LOOK_EVERY_MILLISECONDS)
  try {
    const files: { name: string; path: string }[] = []
    const kept = await db().importFile.findMany({
      where: { streetId, importId, bytes: { not: null } },
      select: { position: true, name: true },
    })
    for (const { position, name } of kept) {
      const { bytes } = await db().importFile.findUniqueOrThrow({
        where: { streetId_importId_position: { streetId, importId, position } },
        select: { bytes: true },
      })
      const place = path.join(folder, String(position))
      await writeFile(place, bytes ?? new Uint8Array())
      files.push({ name, path: place })
    }
    const teachings = await teachingsFor(db(), streetId, choices)
    const parsed = await parseOutside({ files, teachings }, { signal: stop.signal })
    if (!parsed.ok) throw new Refused(parsed.fault)
    return withoutLeftOut(parsed.reading, choices)
  } catch (trouble) {
    if (stop.signal.aborted && stop.signal.reason instanceof Cancelled) throw stop.signal.reason
    throw trouble
  } finally {
    clearInterval(looking)
    await rm(folder, { recursive: true, force: true })
  }
}

function withoutLeftOut(reading: Reading, choices: MappingChoice['sheets']): Reading {
  const isOut = (file: string, sheet: string) =>
    choices.some((one) => one.kind === null && one.file === file && one.sheet === sheet)
  return {
    files: reading.files.map((file) => ({
      ...file,
      sheets: file.sheets.map((sheet) =>
        isOut(file.file, sheet.sheet) ? { ...sheet, tables: [], refused: fault('sheet-left-out') } : sheet,
      ),
    })),
  }
}
