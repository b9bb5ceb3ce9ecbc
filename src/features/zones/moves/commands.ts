import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { mayRedraw } from '../policy'
import { holdZone } from '../register/commands'
import type { CompoundMoves } from './schema'

/** The compounds, held in one order until the transaction ends, so that two who move the same ones do not cross. */
async function holdCompounds({ tx, principal }: Act, ids: string[]) {
  const { streetId } = principal
  await tx.$queryRaw`SELECT FROM compound WHERE street_id = ${streetId}::uuid AND id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  return tx.compound.findMany({
    relationLoadStrategy: 'join',
    where: { streetId, id: { in: ids }, endedAt: null },
    orderBy: { sortKey: 'asc' },
    select: {
      id: true,
      name: true,
      version: true,
      zoneCompound: { select: { zone: { select: { id: true, name: true } } } },
    },
  })
}

/** Puts compounds into a zone, all of them or none; what somebody else has changed since it was read is refused. */
export async function moveCompounds(
  act: Act,
  { zoneId, compounds }: CompoundMoves,
): Promise<Result<{ moved: number }, 'forbidden' | 'unknown-reference' | 'has-ended' | 'stale-version'>> {
  const { tx, principal } = act
  const { streetId } = principal
  if (!mayRedraw(principal, 'zones.write')) return refuse('forbidden')
  const target = zoneId === null ? null : await holdZone(act, zoneId)
  if (zoneId !== null && !target) return refuse('unknown-reference', { zoneId: 'unknown-reference' })
  if (target?.endedAt) return refuse('has-ended')
  const held = await holdCompounds(
    act,
    compounds.map(({ id }) => id),
  )
  if (held.length < compounds.length) return refuse('unknown-reference', { compounds: 'unknown-reference' })
  const read = new Map(compounds.map(({ id, version }) => [id, version]))
  if (held.some(({ id, version }) => read.get(id) !== version)) return refuse('stale-version')

  const leaving = held.filter(({ zoneCompound }) => (zoneCompound?.zone.id ?? null) !== zoneId)
  const ids = leaving.map(({ id }) => id)
  await tx.zoneCompound.deleteMany({ where: { streetId, compoundId: { in: ids } } })
  if (target)
    await tx.zoneCompound.createMany({
      data: ids.map((compoundId) => ({ streetId, compoundId, zoneId: target.id })),
    })
  await tx.compound.updateMany({ where: { streetId, id: { in: ids } }, data: { version: { increment: 1 } } })
  await recordMoves(act, leaving, target)
  return ok({ moved: leaving.length })
}

type Moved = Awaited<ReturnType<typeof holdCompounds>>[number]

/** Each compound's history tells where it went, each zone's what it lost or gained. */
async function recordMoves(
  act: Act,
  moved: Moved[],
  target: { id: string; name: string } | null,
): Promise<void> {
  const lost = new Map<string, string[]>()
  for (const { id, name, zoneCompound } of moved) {
    const from = zoneCompound?.zone
    if (from) lost.set(from.id, [...(lost.get(from.id) ?? []), name])
    await recordAudit(act, {
      action: 'compound.move',
      subject: { kind: 'compound', id },
      changes: { zone: { from: from?.name ?? null, to: target?.name ?? null } },
    })
  }
  for (const [id, names] of lost)
    await recordAudit(act, {
      action: 'zone.lose',
      subject: { kind: 'zone', id },
      changes: { compounds: { from: names, to: null } },
    })
  if (target && moved.length > 0)
    await recordAudit(act, {
      action: 'zone.gain',
      subject: { kind: 'zone', id: target.id },
      changes: { compounds: { from: null, to: moved.map(({ name }) => name) } },
    })
}
