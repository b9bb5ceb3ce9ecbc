import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { recordDeed } from '@/server/audit'
import { db } from '@/server/db'
import { carryOut, toldOf } from './carrying-out/commands'
import { faultText } from './fault-words'
import { type Parsed, parseOutside } from './parsing-process'
import { keepFile } from './receiving/commands'
import { takeTurn } from './turns/commands'

export type Imported = ReturnType<typeof toldOf>

const REGISTER = /\.(xlsx|xls|csv|tsv|txt)$/i
const MOST_MILLISECONDS = 120_000
const COMMAND_LINE = { accountId: null, name: 'npm run street -- import' }

/** Reads a folder's registers in a process of their own and carries the import out, as the browser's is. */
export async function importFolder(
  folder: string,
  street: { code: string; name: string },
  now: Date,
): Promise<Result<Imported, 'no-files' | 'unreadable' | 'import-running'>> {
  const names = (await readdir(folder)).filter((name) => REGISTER.test(name) && !name.startsWith('~$')).sort()
  if (names.length === 0) return refuse('no-files')
  const files = names.map((name) => ({ name, path: join(folder, name) }))
  const parsed: Parsed = await parseOutside({ files, teachings: [] })
  if (!parsed.ok) return refuse('unreadable', { files: faultText(parsed.fault, 'zh-CN') })
  return db().$transaction(
    async (tx): Promise<Result<Imported, 'import-running'>> => {
      if (!(await takeTurn(tx, street.code))) return refuse('import-running')
      const held = await tx.street.upsert({
        where: { code: street.code },
        create: { id: uuidv7(now), ...street },
        update: {},
        select: { id: true, code: true, name: true },
      })
      const importId = uuidv7(now)
      await tx.import.create({
        data: { streetId: held.id, id: importId, state: 'writing', createdAt: now },
        select: { id: true },
      })
      for (const [index, { name, path }] of files.entries())
        await keepFile(tx, { streetId: held.id, importId }, index + 1, name, await readFile(path))
      const requestId = `street-import-${importId}`
      await recordDeed(
        { tx, doer: { streetId: held.id, ...COMMAND_LINE }, at: now, requestId },
        {
          action: 'import.start',
          subject: { kind: 'import', id: importId },
          changes: { files: { to: names } },
        },
      )
      const order = { street: { ...street, id: held.id }, importId, doer: COMMAND_LINE, requestId }
      return ok(toldOf(await carryOut(tx, order, parsed.reading, now, async () => undefined)))
    },
    { timeout: MOST_MILLISECONDS },
  )
}
