import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { mayWriteIn } from '@/features/places/policy'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText } from '@/server/pinyin'
import { dateOf, todayOf } from '@/server/term'
import { type ConsultationDetail, findConsultation } from './queries'
import type { ConsultationChanges, Followed, NewConsultation, Publication } from './schema'

type Refusal = 'not-found' | 'stale-version'
type Written = { id: string; version: number }

const rowOf = ({ heldAt, followUpDueOn, ...rest }: NewConsultation) => ({
  ...rest,
  heldAt: new Date(heldAt),
  followUpDueOn: followUpDueOn ? dateOf(followUpDueOn) : null,
  search: searchText(`${rest.topic} ${rest.place}`),
})

/** The field whose place is none of the writer's, or null when both are right. */
async function wrongPlace({ tx, principal }: Act, asked: NewConsultation): Promise<string | null> {
  const { streetId } = principal
  const { communityId, compoundId } = asked
  if (!mayWriteIn(principal, 'consultations.write', communityId)) return 'communityId'
  if ((await tx.community.count({ where: { streetId, id: communityId } })) === 0) return 'communityId'
  if (compoundId && (await tx.compound.count({ where: { streetId, id: compoundId, communityId } })) === 0)
    return 'compoundId'
  return null
}

export async function addConsultation(
  act: Act,
  asked: NewConsultation,
): Promise<Result<{ id: string }, 'unknown-reference' | 'in-the-future'>> {
  const { tx, principal, now } = act
  const wrong = await wrongPlace(act, asked)
  if (wrong) return refuse('unknown-reference', { [wrong]: 'unknown-reference' })
  if (new Date(asked.heldAt) > now) return refuse('in-the-future', { heldAt: 'in-the-future' })
  const id = uuidv7(now)
  await tx.consultation.create({
    data: { ...rowOf(asked), streetId: principal.streetId, id, publicParts: [], createdAt: now },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'consultation.add',
    subject: { kind: 'consultation', id },
    changes: { topic: { to: asked.topic } },
  })
  return ok({ id })
}

/** A consultation that the caller may write, or why not. */
async function toWrite(act: Act, id: string, version: number): Promise<Result<ConsultationDetail, Refusal>> {
  const found = await findConsultation(act, id, 'consultations.write')
  if (!found || !mayWriteIn(act.principal, 'consultations.write', found.community.id))
    return refuse('not-found')
  return found.version === version ? ok(found) : refuse('stale-version')
}

export async function changeConsultation(
  act: Act,
  id: string,
  { version, ...asked }: ConsultationChanges,
): Promise<Result<Written, Refusal | 'unknown-reference' | 'in-the-future'>> {
  const before = await toWrite(act, id, version)
  if (!before.ok) return before
  const wrong = await wrongPlace(act, asked)
  if (wrong) return refuse('unknown-reference', { [wrong]: 'unknown-reference' })
  if (new Date(asked.heldAt) > act.now) return refuse('in-the-future', { heldAt: 'in-the-future' })
  const row = rowOf(asked)
  const { communityId: _, compoundId: __, search: ___, ...told } = row
  return write(act, before.value, row, 'change', changesBetween(before.value, told))
}

/** Says that what was agreed has been followed up. */
export async function followUp(
  act: Act,
  id: string,
  { followedUpOn, version }: Followed,
): Promise<Result<Written, Refusal | 'move-not-possible' | 'in-the-future'>> {
  const before = await toWrite(act, id, version)
  if (!before.ok) return before
  if (!before.value.followUp) return refuse('move-not-possible')
  const day = dateOf(followedUpOn)
  if (day > todayOf(act.now)) return refuse('in-the-future', { followedUpOn: 'in-the-future' })
  return write(act, before.value, { followedUpOn: day }, 'follow-up', { followedUpOn: { to: followedUpOn } })
}

/** Publishes words of its own and the named parts; doing it again replaces them. */
export async function publishConsultation(
  act: Act,
  id: string,
  { publicWords, publicParts, version }: Publication,
): Promise<Result<Written, Refusal>> {
  const before = await toWrite(act, id, version)
  if (!before.ok) return before
  const published = { publicWords, publicParts, publishedAt: before.value.publishedAt ?? act.now }
  return write(act, before.value, published, 'publish', changesBetween(before.value, { publicWords }))
}

/** Takes a consultation back from the public pages. */
export async function withdrawConsultation(
  act: Act,
  id: string,
  version: number,
): Promise<Result<Written, Refusal | 'move-not-possible'>> {
  const before = await toWrite(act, id, version)
  if (!before.ok) return before
  if (!before.value.publishedAt) return refuse('move-not-possible')
  return write(act, before.value, { publishedAt: null }, 'withdraw', {})
}

async function write(
  act: Act,
  { id, version }: ConsultationDetail,
  data: object,
  action: string,
  changes: ReturnType<typeof changesBetween>,
): Promise<Result<Written, 'stale-version'>> {
  const written = await act.tx.consultation.updateMany({
    where: { streetId: act.principal.streetId, id, version },
    data: { ...data, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: `consultation.${action}`,
    subject: { kind: 'consultation', id },
    changes,
  })
  return ok({ id, version: version + 1 })
}
