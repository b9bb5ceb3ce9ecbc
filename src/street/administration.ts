import { formatInstant } from '@/core/instants'
import { backUp } from './backup'
import { createAdmin, type NewAdmin } from './create-admin'
import { out, say } from './print'
import { type RestoreRefusal, restoreFrom } from './restore'
import { verify } from './verify'

/** Opens an administrator's account and prints the link to hand over; answers the exit code. */
export async function openAdmin(admin: NewAdmin, json: boolean): Promise<number> {
  const result = await createAdmin(admin, new Date())
  if (!result.ok) {
    say(
      {
        username:
          '--username: 请用3到40位小写字母、数字和 . _ -。Use 3 to 40 lower case letters, digits and . _ -',
        'no-street': `${admin.code}: 没有这个街道；用 --street-name 设立。No such street; set it up with --street-name.`,
        'already-exists': `${admin.username}: 用户名已有人用。The user name is taken.`,
      }[result.refusal],
    )
    return 1
  }
  const { username, link, expiresAt } = result.value
  if (json) out(JSON.stringify(result.value))
  else {
    out(`用户名 User name: ${username}`)
    out(`设置密码的一次性链接 One-time link to set the password: ${link}`)
    out(`有效期至 Valid until: ${formatInstant(new Date(expiresAt), 'zh-CN')}`)
  }
  return 0
}

export async function keepBackup(file: string, json: boolean): Promise<number> {
  const backup = await backUp(file, new Date())
  const { bytes, tables, rows, files } = backup
  if (json) out(JSON.stringify(backup))
  else
    out(
      `已备份 Backed up: ${file}（${tables} 张表 tables，${rows} 行 rows，${files} 个文件 files，${Math.ceil(bytes / 1024)} kB）`,
    )
  return 0
}

const RESTORE_WORDS: Record<RestoreRefusal, string> = {
  'no-file': '没有这个文件。There is no such file.',
  damaged: '文件不完整或被改动过，没有恢复任何内容。The file is damaged or changed; nothing was restored.',
  'not-empty':
    '数据库不是空的，没有恢复任何内容；请恢复到新的空数据库。The database is not empty; nothing was restored. Restore into a new one.',
  'wrong-schema':
    '备份来自更新的版本，或数据库尚未建表；请先升级程序。The backup is from a newer version, or the database has no tables yet: bring the program up to date first.',
  'not-owner':
    '恢复需要数据表所有者的地址 DATABASE_OWNER_URL。Restoring needs the table owner’s address in DATABASE_OWNER_URL.',
}

export async function bringBack(file: string, json: boolean): Promise<number> {
  const result = await restoreFrom(file)
  if (!result.ok) {
    if (json) out(JSON.stringify({ refused: result.refusal }))
    say(`${file}: ${RESTORE_WORDS[result.refusal]}`)
    return 1
  }
  const { createdAt, tables, rows, files, lostSecondFactors } = result.value
  if (json) out(JSON.stringify(result.value))
  else
    out(
      `已恢复 Restored: ${formatInstant(new Date(createdAt), 'zh-CN')}（${tables} 张表 tables，${rows} 行 rows，${files} 个文件 files）`,
    )
  if (lostSecondFactors > 0)
    say(
      `NEXTAUTH_SECRET 与备份时不同：${lostSecondFactors} 个账号的双重验证需要重置。It differs from the backup’s: ${lostSecondFactors} second factors need a reset.`,
    )
  return 0
}

export async function verifyAll(json: boolean): Promise<number> {
  const { faults, counts } = await verify()
  if (json) out(JSON.stringify({ ok: faults.length === 0, faults, counts }))
  else {
    for (const { check, what } of faults) out(`✗ ${check}: ${what}`)
    if (faults.length === 0) out('✓ 数据库完好。The database is sound.')
  }
  return faults.length === 0 ? 0 : 1
}
