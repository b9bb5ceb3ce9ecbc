import { noticeSettingsOf } from '@/features/places/settings/queries'
import type { Act } from '@/server/act'
import { loadMessages } from '@/server/messages'
import { enqueueMessages } from '@/server/notify'

/** Tells a resident who agreed to messages what was decided about a household. */
export async function tellResident(
  { tx, principal: { streetId }, now }: Act,
  accountId: string,
  kind: 'confirmed' | 'refused',
  memberId: string,
): Promise<void> {
  const resident = await tx.resident.findFirst({
    where: {
      streetId,
      accountId,
      endedAt: null,
      account: { consents: { some: { purpose: 'messages', withdrawnAt: null } } },
    },
    select: { phone: true, account: { select: { locale: true } } },
  })
  if (!resident?.phone) return
  const locale = resident.account.locale === 'en' ? 'en' : 'zh-CN'
  const { messages } = (await loadMessages(locale)).residents as { messages: Record<typeof kind, string> }
  const { quiet } = await noticeSettingsOf(tx, streetId)
  const message = {
    channel: 'sms' as const,
    address: resident.phone,
    template: `household.${kind}`,
    words: messages[kind],
    locale: locale as 'zh-CN' | 'en',
    onceKey: `household ${memberId} ${kind}`,
  }
  await enqueueMessages(tx, streetId, [message], quiet, now)
}
