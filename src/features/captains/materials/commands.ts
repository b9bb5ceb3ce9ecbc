import { uuidv7 } from '@/core/identifier'
import { type Day, dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import type { MaterialMove } from '@/generated/prisma/enums'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText } from '@/server/pinyin'
import { dateOf } from '@/server/term'
import { mayWriteIn } from '../../places/policy'
import type { Kind, StoreMove } from './schema'

type Movement = {
  communityId: string
  kind: Kind
  move: MaterialMove
  quantity: number
  day: Day
  words: string | null
  issueId?: string
  personId?: string | null
  householdId?: string | null
  consentId?: string
  /** What the movement is found by, beside its words. */
  found?: readonly string[]
}

/** What lies in a store; whoever moves things of this kind at the same time waits here. */
export async function claimStock({ tx, principal }: Act, communityId: string, kind: Kind): Promise<number> {
  const [stock] = await tx.$queryRaw<{ quantity: number }[]>`
    SELECT quantity FROM material_stock
    WHERE street_id = ${principal.streetId}::uuid AND community_id = ${communityId}::uuid AND kind = ${kind}::material_kind
    FOR UPDATE`
  return stock?.quantity ?? 0
}

/** Adds a movement to the ledger; the table keeps the stock by it. */
export async function writeMovement(act: Act, { found = [], ...movement }: Movement): Promise<string> {
  const { tx, principal, now } = act
  const id = uuidv7(now)
  await tx.materialMovement.create({
    data: {
      ...movement,
      streetId: principal.streetId,
      id,
      day: dateOf(movement.day),
      accountId: principal.accountId,
      actor: principal.name,
      search: searchText(...found, movement.words),
      createdAt: now,
    },
    select: { id: true },
  })
  const { kind, quantity, day } = movement
  // To whom a plaque went stands in the ledger alone, which has a rule for who may read it.
  await recordAudit(act, {
    action: `material.${movement.move}`,
    subject: { kind: 'material', id: movement.issueId ?? id },
    changes: changesBetween({}, { kind, quantity, day }),
  })
  return id
}

type StoreRefusal = 'unknown-reference' | 'in-the-future'

async function storeOf(act: Act, { communityId, day }: StoreMove): Promise<StoreRefusal | null> {
  const { tx, principal, now } = act
  const community = mayWriteIn(principal, 'materials.write', communityId)
    ? await tx.community.count({ where: { streetId: principal.streetId, id: communityId, endedAt: null } })
    : 0
  if (community === 0) return 'unknown-reference'
  return day > dayOf(now) ? 'in-the-future' : null
}

const fieldOf = { 'unknown-reference': 'communityId', 'in-the-future': 'day' } as const

/** Takes things into a community's store. */
export async function receive(act: Act, received: StoreMove): Promise<Result<{ id: string }, StoreRefusal>> {
  const wrong = await storeOf(act, received)
  if (wrong) return refuse(wrong, { [fieldOf[wrong]]: wrong })
  return ok({ id: await writeMovement(act, { ...received, move: 'received' }) })
}

/** Writes off what is gone from a store without having been issued. */
export async function writeOff(
  act: Act,
  gone: StoreMove,
): Promise<Result<{ id: string }, StoreRefusal | 'out-of-stock'>> {
  const wrong = await storeOf(act, gone)
  if (wrong) return refuse(wrong, { [fieldOf[wrong]]: wrong })
  if ((await claimStock(act, gone.communityId, gone.kind)) < gone.quantity)
    return refuse('out-of-stock', { quantity: 'out-of-stock' })
  return ok({ id: await writeMovement(act, { ...gone, move: 'lost' }) })
}
