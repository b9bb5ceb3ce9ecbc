import { parseArgs } from 'node:util'
import { dayOf } from '@/core/instants'
import { importFolder } from '@/features/imports/commands'
import { countRegisters } from '@/features/imports/queries'
import { furnishDemo } from '@/features/insights/demo/commands'
import { closeDatabase, db } from '@/server/db'
import { bringBack, keepBackup, openAdmin, verifyAll } from './street/administration'
import { out, say } from './street/print'

const USAGE = `npm run street -- <command> [--json]
  import <dir> --code <9 digits> --name <name>   brings a street's registers in
  stats --code <9 digits>                        counts what the street holds
  create-admin --code <9 digits> --username <name> [--name <shown>] [--street-name <name>]
                                                 opens an administrator's account
  backup <file>                                  writes the whole database into a file
  restore <file>                                 brings a backup into an empty database
  verify                                         looks for what should never be in a database
  demo                                           consents and accounts of the demo street`

function streetCode(code: string | undefined): string {
  if (code && /^\d{9}$/.test(code)) return code
  throw new Error('--code: 请给出9位街道代码。Give the street’s code of 9 digits.')
}

async function bringIn(
  folder: string | undefined,
  code: string,
  name: string | undefined,
  json: boolean,
): Promise<number> {
  if (!folder || !name?.trim()) throw new Error(USAGE)
  const result = await importFolder(folder, { code, name: name.trim() }, new Date())
  if (!result.ok) {
    say(
      {
        'no-files': `${folder}: 没有找到 .xlsx、.xls 或 .csv 文件。No registers found.`,
        'import-running': '这个街道正在导入，请等它结束。Another import of this street is running.',
        unreadable: result.fields?.files ?? '',
      }[result.refusal],
    )
    return 1
  }
  const { accepted, rejected, notImported } = result.value
  if (json) out(JSON.stringify({ accepted, rejected, notImported }))
  else {
    for (const [noun, count] of Object.entries(accepted)) out(`${noun}: ${count}`)
    for (const { file, sheet, row, column, value, reason } of rejected)
      out(`✗ ${file} ${sheet} 第${row}行 ${column}「${value}」: ${reason}`)
    for (const { file, sheet, reason } of notImported) out(`– ${file} ${sheet ?? ''}: ${reason}`)
  }
  return 0
}

async function stats(code: string, json: boolean): Promise<number> {
  const street = await db().street.findUnique({ where: { code }, select: { id: true } })
  if (!street) {
    say(`${code}: 没有这个街道。There is no such street.`)
    return 1
  }
  const counts = await countRegisters(db(), street.id, dayOf(new Date()))
  if (json) out(JSON.stringify(counts))
  else for (const [noun, count] of Object.entries(counts)) out(`${noun}: ${count}`)
  return 0
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      code: { type: 'string' },
      name: { type: 'string' },
      username: { type: 'string' },
      'street-name': { type: 'string' },
    },
  })
  const [command, folder] = positionals
  if (command === 'import') return bringIn(folder, streetCode(values.code), values.name, values.json)
  if (command === 'stats') return stats(streetCode(values.code), values.json)
  if (command === 'create-admin' && values.username)
    return openAdmin(
      {
        code: streetCode(values.code),
        username: values.username,
        name: values.name?.trim() || '街道管理员',
        streetName: values['street-name']?.trim() || null,
      },
      values.json,
    )
  if (command === 'backup' && folder) return keepBackup(folder, values.json)
  if (command === 'restore' && folder) return bringBack(folder, values.json)
  if (command === 'verify') return verifyAll(values.json)
  if (command === 'demo') return furnishDemo(new Date()).then(() => 0)
  say(USAGE)
  return 2
}

try {
  process.exitCode = await main()
} catch (fault) {
  say(fault instanceof Error ? fault.message : String(fault))
  process.exitCode = 1
} finally {
  await closeDatabase()
}
