import { randomInt } from 'node:crypto'
import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { findPublicStreet } from '@/features/places/public/queries'
import { db, type Tx } from '@/server/db'
import { loadMessages } from '@/server/messages'
import { driverOf } from '@/server/messengers/channels'
import { enqueueMessages, QUIET } from '@/server/notify'
import type { OpenAct } from '@/server/open-endpoint'
import { limiterFor, takePoint } from '@/server/rate-limit'
import { codeFrom } from '@/server/secrets'
import { CODE_MINUTES, CODE_TEMPLATE, MOST_A_DAY, MOST_TRIES, SECONDS_BETWEEN } from './rules'
import type { CodeWish } from './schema'

const often = () => limiterFor('phone-code-minute', 1, SECONDS_BETWEEN)
const daily = () => limiterFor('phone-code-day', MOST_A_DAY, 86_400)

type CodeRefusal = 'not-found' | 'sms-off' | 'code-too-soon' | 'code-too-many'

/** Whether a number may be sent a code now; answered alike for a number that has an account and for one that has none. */
export async function admitCode({
  phone,
  street: code,
}: CodeWish): Promise<Result<{ streetId: string }, CodeRefusal>> {
  const street = await findPublicStreet(null, code)
  if (!street) return refuse('not-found')
  if (!driverOf('sms')) return refuse('sms-off')
  const key = codeFrom('phone-code-limit', `${street.id} ${phone}`, 20)
  if (!(await takePoint(often(), key))) return refuse('code-too-soon')
  if (!(await takePoint(daily(), key))) return refuse('code-too-many')
  return ok({ streetId: street.id })
}

const hashOf = (id: string, code: string): string => codeFrom('phone-code', `${id} ${code}`, 26)

/** Sends a number its one code that is good; those before it are void. */
export async function sendPhoneCode(
  { tx, now }: OpenAct,
  streetId: string,
  { phone, locale = 'zh-CN' }: CodeWish,
): Promise<Result<{ minutes: number }, never>> {
  await tx.phoneCode.updateMany({
    where: { streetId, phone, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  })
  const id = uuidv7(now)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000)
  await tx.phoneCode.create({
    data: { streetId, id, phone, codeHash: hashOf(id, code), createdAt: now, expiresAt },
    select: { id: true },
  })
  const words = (await loadMessages(locale))['phone-codes'] as { message: string }
  const message = {
    channel: 'sms' as const,
    address: phone,
    template: CODE_TEMPLATE,
    words: words.message.replace('[code]', code).replace('[minutes]', String(CODE_MINUTES)),
    locale,
    onceKey: `${CODE_TEMPLATE} ${id}`,
    isUrgent: true,
  }
  await enqueueMessages(tx, streetId, [message], QUIET, now)
  return ok({ minutes: CODE_MINUTES })
}

/** Takes one try of the number's code before it is looked at, and uses the code up when it is right: of tries at once, one wins. */
export async function spendPhoneCode(
  streetId: string,
  phone: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const [tried] = await db().$queryRaw<{ id: string; code_hash: string }[]>`
    UPDATE phone_code SET tries = tries + 1
    WHERE street_id = ${streetId}::uuid AND tries < ${MOST_TRIES} AND used_at IS NULL AND expires_at > ${now}
      AND id = (SELECT id FROM phone_code WHERE street_id = ${streetId}::uuid AND phone = ${phone}
        ORDER BY created_at DESC, id DESC LIMIT 1)
    RETURNING id, code_hash`
  if (!tried || tried.code_hash !== hashOf(tried.id, code)) return false
  const used = await db().phoneCode.updateMany({
    where: { streetId, id: tried.id, usedAt: null },
    data: { usedAt: now },
  })
  return used.count === 1
}

/** Forgets codes of the day before, and the words of the messages that carried them. */
export async function sweepPhoneCodes(tx: Tx, now: Date): Promise<void> {
  await tx.phoneCode.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - 86_400_000) } } })
  await tx.outboxMessage.updateMany({
    where: {
      template: CODE_TEMPLATE,
      words: { not: '' },
      createdAt: { lt: new Date(now.getTime() - 3_600_000) },
    },
    data: { words: '' },
  })
}
