import { formatInstant } from '@/core/instants'
import { noticeSettingsOf } from '@/features/places/settings/queries'
import { db, type Tx } from '@/server/db'
import { loadMessages } from '@/server/messages'
import { enqueueMessages, type Message } from '@/server/notify'
import { publicOrigin } from '@/server/public-address'
import { milliseconds } from '../clock/rules'
import type { Policy } from '../deadlines/rules'
import { trackCode } from '../intake/queries'
import { findTold, type ToldRequest } from './queries'
import { filled, isMobile, isUrgent, type Receiver, TOLD_STEPS } from './rules'

type Words = { sms: Record<string, string>; mailSubject: string }

/** Writes the messages of one step into the outbox; doing it again adds none. */
export async function writeMessages(
  streetId: string,
  requestId: string,
  eventId: string,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const { quiet, alarmEmail } = await noticeSettingsOf(tx, streetId)
    const messages = await messagesOfStep(tx, { streetId, requestId, eventId, alarmEmail }, now)
    await enqueueMessages(tx, streetId, messages, quiet, now)
  })
}

/** What is to be said of one step, and to whom. */
export async function messagesOfStep(
  tx: Tx,
  {
    streetId,
    requestId,
    eventId,
    alarmEmail,
  }: { streetId: string; requestId: string; eventId: string; alarmEmail: string | null },
  now: Date,
): Promise<Message[]> {
  const event = await tx.requestEvent.findUnique({
    where: { streetId_id: { streetId, id: eventId } },
    select: { kind: true, words: true, details: true },
  })
  const request = await findTold(tx, streetId, requestId, now)
  if (!event || !request) return []
  const words = (await loadMessages('zh-CN')).notify as unknown as Words
  const level = (event.details as { to?: string } | null)?.to ?? ''
  return (TOLD_STEPS[event.kind] ?? []).flatMap((receiver) =>
    messagesTo(receiver, request, { ...event, id: eventId, level }, words, alarmEmail),
  )
}

type Step = { id: string; kind: string; words: string | null; level: string }

function messagesTo(
  receiver: Receiver,
  request: ToldRequest,
  step: Step,
  words: Words,
  alarmEmail: string | null,
): Message[] {
  const template = receiver === 'reporter' || receiver === 'chain' ? step.kind : `${receiver}.${step.kind}`
  const text = filled(
    words.sms[template.replace('.', '_').replaceAll('-', '_')] ??
      words.sms[step.kind.replaceAll('-', '_')] ??
      '',
    {
      number: request.number,
      category: request.category.name,
      place: `${request.compound.name}${request.building?.name ?? ''}`,
      words: step.words ?? '',
      due: request.dueAt ? formatInstant(request.dueAt, 'zh-CN') : '—',
      link: receiver === 'reporter' ? `${publicOrigin()}/track/${trackCode(request.id)}` : '',
    },
  )
  if (!text) return []
  const { accept } = request.policy as Policy
  const urgent = isUrgent(accept ? milliseconds(accept) / 60_000 : null)
  const sms = phonesOf(receiver, request, step.level).map(
    (phone): Message => ({
      channel: 'sms',
      address: phone,
      template,
      words: text,
      locale: 'zh-CN',
      onceKey: `${step.id} ${phone}`,
      isUrgent: urgent && receiver !== 'reporter',
    }),
  )
  const isLast = receiver === 'chain' && (step.level === 'community' || step.level === 'street')
  const mail: Message[] =
    isLast && alarmEmail
      ? [
          {
            channel: 'email',
            address: alarmEmail,
            template,
            subject: filled(words.mailSubject, { number: request.number, category: request.category.name }),
            words: text,
            locale: 'zh-CN',
            onceKey: `${step.id} ${alarmEmail}`,
            isUrgent: urgent,
          },
        ]
      : []
  return [...sms, ...mail]
}

function phonesOf(receiver: Receiver, request: ToldRequest, level: string): string[] {
  const { building, compound, worker, reporterPhone } = request
  const gridMembers = (building?.grid?.members ?? []).map(({ person }) => person.phone)
  const leads = (compound.zoneCompound?.zone.leads ?? []).map(({ worker: lead }) => lead.person.phone)
  const all: Record<Receiver, (string | null | undefined)[]> = {
    reporter: [reporterPhone],
    worker: [worker?.person.phone],
    captain: (building?.captainBuildings ?? []).map(({ appointment }) => appointment.person.phone),
    // Beyond the zone's lead there is no mobile number on record: the street's alarm address hears of it.
    chain: level === 'grid_member' ? gridMembers : level === 'zone_lead' ? leads : [],
  }
  return [...new Set(all[receiver].filter(isMobile))]
}
