import { randomUUID } from 'node:crypto'
import { ok, type Result, refuse } from '@/core/result'
import { fileRequest } from '@/features/requests/intake/commands'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { hashToken } from '@/server/session'
import { findOpinion } from './queries'
import { hourOf, isAboutSomebody, levelOf } from './rules'
import type { NewOpinion, OpinionAnswer, Publication, Triage } from './schema'
import { whomAt } from './whom/queries'

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
        level: levelOf(opinion.about),
        hour: hourOf(now),
        receiptHash: hashToken(receipt),
      },
    ],
    skipDuplicates: true,
  })
}

type Refusal = 'not-found' | 'stale-version' | 'move-not-possible' | 'unknown-reference' | 'about-somebody'
/** `within` is false once it has gone past the one who sorted it. */
type Sorted = { id: string; version: number; within: boolean }

/** Says what an opinion is: a request is filed from it without any reporter, a complaint goes past whom it is about. */
export async function triageOpinion(
  act: Act,
  id: string,
  { triage, categoryId, level, whom, version }: Triage,
): Promise<Result<Sorted, Refusal>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const opinion = await findOpinion(act, id, 'opinions.handle')
  if (!opinion) return refuse('not-found')
  if (opinion.version !== version) return refuse('stale-version')
  if (opinion.state === 'answered' || opinion.request) return refuse('move-not-possible')
  const isRequest = triage === 'request'
  // A request can be read by captains, grid members and workers: what is about one of them never becomes one.
  if (isRequest && isAboutSomebody(opinion)) return refuse('about-somebody', { triage: 'about-somebody' })
  if (isRequest && !(await isCategory(act, categoryId)))
    return refuse('unknown-reference', { categoryId: 'unknown-reference' })
  const isComplaint = triage === 'complaint'
  const named = isComplaint && whom ? whom : null
  if (named && !(await whomAt(act, opinion.building.id)).some(({ value }) => value === named))
    return refuse('unknown-reference', { whom: 'unknown-reference' })
  const written = await tx.opinion.updateMany({
    where: { streetId, id, version },
    data: {
      state: triage === 'spam' ? 'spam' : 'taken',
      triage: triage === 'spam' ? null : triage,
      triagedHour: hourOf(now),
      ...(isComplaint ? pastWhom(named, opinion.level === 'street' ? 'street' : level) : {}),
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
  // Whom a complaint names stands with the opinion alone, which has a rule for who may read it.
  await recordAudit(act, {
    action: 'opinion.triage',
    subject: { kind: 'opinion', id },
    changes: { triage: { from: opinion.triage, to: triage } },
  })
  const within = (await findOpinion(act, id, 'opinions.read')) !== null
  return ok({ id, version: version + 1, within })
}

/** The one whom a complaint names and the level that decides it; once with the street it stays there. */
function pastWhom(whom: string | null, level: string | null): Prisma.OpinionUncheckedUpdateManyInput {
  const [kind, named] = whom?.split(':') ?? []
  return {
    ...(level ? { level } : {}),
    ...(named && kind === 'person' ? { aboutPersonId: named, aboutAccountId: null } : {}),
    ...(named && kind === 'account' ? { aboutAccountId: named, aboutPersonId: null } : {}),
  }
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

/** Answers an opinion for its receipt; what is proposed for all to read waits for a second look. */
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
      proposedById: published === null ? null : principal.accountId,
      publicHour: null,
      answeredHour: opinion.answeredHour ?? hourOf(now),
      version: { increment: 1 },
    },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: 'opinion.answer', subject: { kind: 'opinion', id } })
  return ok({ id, version: version + 1 })
}

/**
 * Lets all read an opinion with its answer after a second person has looked at the words, or takes it from sight again.
 * Who worded it may take it away, but not open it.
 */
export async function publishOpinion(
  act: Act,
  id: string,
  { published, version }: Publication,
): Promise<Result<{ id: string; version: number }, Refusal | 'own-words'>> {
  const { tx, principal, now } = act
  const opinion = await findOpinion(act, id, 'opinions.handle')
  if (!opinion) return refuse('not-found')
  if (opinion.version !== version) return refuse('stale-version')
  if (opinion.state !== 'answered' || opinion.published === null) return refuse('move-not-possible')
  if (published !== null && opinion.proposedById === principal.accountId) return refuse('own-words')
  const written = await tx.opinion.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: {
      published,
      ...(published === null ? { proposedById: null, publicHour: null } : { publicHour: hourOf(now) }),
      version: { increment: 1 },
    },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: published === null ? 'opinion.withdraw' : 'opinion.publish',
    subject: { kind: 'opinion', id },
  })
  return ok({ id, version: version + 1 })
}
