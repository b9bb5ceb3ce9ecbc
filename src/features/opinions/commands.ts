import { randomUUID } from 'node:crypto'
import { ok, type Result, refuse } from '@/core/result'
import { fileRequest } from '@/features/requests/intake/commands'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { hashToken } from '@/server/session'
import { buildingsWithin } from '../places/policy'
import { findOpinion } from './queries'
import type { NewOpinion, OpinionAnswer, Transcribed, Triage } from './schema'

const HOUR_MS = 3_600_000

/** The hour in which an instant lies: all that an opinion tells of when. */
export const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS)

/**
 * Puts an opinion into the box: a row of its own and no other anywhere. The receipt is the writer's alone; the same receipt
 * sent twice is one opinion.
 */
export async function dropIn(
  tx: Tx,
  place: { streetId: string; buildingId: string },
  opinion: NewOpinion,
  receipt: string,
  now: Date,
): Promise<void> {
  await tx.opinion.createMany({
    data: [
      {
        ...place,
        ...opinion,
        id: randomUUID(),
        source: 'web',
        hour: hourOf(now),
        receiptHash: hashToken(receipt),
      },
    ],
    skipDuplicates: true,
  })
}

/** Types in a slip from a box of tin; who typed is recorded, who wrote is not known. */
export async function transcribe(
  act: Act,
  { buildingId, ...opinion }: Transcribed,
): Promise<Result<{ id: string }, 'unknown-reference'>> {
  const { tx, principal, now } = act
  const within = { AND: [{ id: buildingId, endedAt: null }, buildingsWithin(principal, 'opinions.handle')] }
  if ((await tx.building.count({ where: within })) === 0)
    return refuse('unknown-reference', { buildingId: 'unknown-reference' })
  const id = randomUUID()
  await tx.opinion.create({
    data: { streetId: principal.streetId, id, buildingId, ...opinion, source: 'box', hour: hourOf(now) },
    select: { id: true },
  })
  await recordAudit(act, { action: 'opinion.transcribe', subject: { kind: 'opinion', id } })
  return ok({ id })
}

type Refusal = 'not-found' | 'stale-version' | 'move-not-possible' | 'unknown-reference'

/** Says what an opinion is; a request is filed from it without any reporter. */
export async function triageOpinion(
  act: Act,
  id: string,
  { triage, categoryId, version }: Triage,
): Promise<Result<{ id: string; version: number }, Refusal>> {
  const { tx, principal } = act
  const { streetId } = principal
  const opinion = await findOpinion(act, id, 'opinions.handle')
  if (!opinion) return refuse('not-found')
  if (opinion.version !== version) return refuse('stale-version')
  if (opinion.state === 'answered' || opinion.request) return refuse('move-not-possible')
  const isRequest = triage === 'request'
  if (isRequest && !(await isCategory(act, categoryId)))
    return refuse('unknown-reference', { categoryId: 'unknown-reference' })
  const written = await tx.opinion.updateMany({
    where: { streetId, id, version },
    data: {
      state: triage === 'spam' ? 'spam' : 'taken',
      triage: triage === 'spam' ? null : triage,
      version: { increment: 1 },
    },
  })
  if (written.count === 0) return refuse('stale-version')
  if (isRequest && categoryId)
    await tx.opinion.update({
      where: { streetId_id: { streetId, id } },
      data: { requestId: await fileFrom(act, opinion.building.id, opinion.words, categoryId) },
      select: { id: true },
    })
  await recordAudit(act, {
    action: 'opinion.triage',
    subject: { kind: 'opinion', id },
    changes: { triage: { from: opinion.triage, to: triage } },
  })
  return ok({ id, version: version + 1 })
}

const isCategory = async ({ tx, principal }: Act, categoryId: string | null): Promise<boolean> =>
  categoryId !== null &&
  (await tx.slaPolicy.count({
    where: { streetId: principal.streetId, categoryId, stars: 0, category: { endedAt: null } },
  })) > 0

async function fileFrom(
  { tx, principal, now }: Act,
  buildingId: string,
  words: string,
  categoryId: string,
): Promise<string> {
  const { streetId, accountId, name } = principal
  const building = await tx.building.findUniqueOrThrow({
    where: { streetId_id: { streetId, id: buildingId } },
    select: { compoundId: true, compound: { select: { stars: true } } },
  })
  const filed = await fileRequest(tx, streetId, now, {
    site: { compoundId: building.compoundId, buildingId, stairwellId: null, stars: building.compound.stars },
    source: 'opinion_box',
    categoryId,
    words,
    writtenBy: accountId,
    actor: { accountId, name, kind: 'staff' },
  })
  if (!filed.ok) throw new Error('A category with allowances files no request.')
  return filed.value.id
}

/** Answers an opinion, for its receipt and, in words that point at nobody, for all. */
export async function answerOpinion(
  act: Act,
  id: string,
  { answer, published, version }: OpinionAnswer,
): Promise<Result<{ id: string; version: number }, Refusal>> {
  const { tx, principal, now } = act
  const opinion = await findOpinion(act, id, 'opinions.handle')
  if (!opinion) return refuse('not-found')
  if (opinion.version !== version) return refuse('stale-version')
  if (opinion.state !== 'taken' && opinion.state !== 'answered') return refuse('move-not-possible')
  const written = await tx.opinion.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: {
      state: 'answered',
      answer,
      published,
      answeredHour: opinion.answeredHour ?? hourOf(now),
      version: { increment: 1 },
    },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: 'opinion.answer', subject: { kind: 'opinion', id } })
  return ok({ id, version: version + 1 })
}
