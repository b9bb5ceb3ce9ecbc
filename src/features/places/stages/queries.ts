import type { Act } from '@/server/act'
import { compoundsWithin } from '../policy'

/** The compounds in the reader's scope with their stage, community and zone, in the order of their communities and names. */
export async function standings(act: Act) {
  const compounds = await act.tx.compound.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [compoundsWithin(act.principal, 'places.read'), { endedAt: null }] },
    orderBy: [{ community: { sortKey: 'asc' } }, { sortKey: 'asc' }, { id: 'asc' }],
    take: 10_000,
    select: {
      id: true,
      name: true,
      stage: true,
      pilot: true,
      householdCount: true,
      community: { select: { name: true } },
      zoneCompound: { select: { zone: { select: { name: true, sortKey: true } } } },
    },
  })
  return compounds.map(({ householdCount, community, zoneCompound, ...compound }) => ({
    ...compound,
    households: householdCount ?? 0,
    community: community.name,
    zone: zoneCompound?.zone ?? null,
  }))
}

type Changes = { stage?: { from?: string | null; to?: string | null }; decidedOn?: { to?: string | null } }

/** The steps that a compound has taken, the first one first; the caller has found it within its scope. */
export async function stepsOf({ tx, principal }: Act, compoundId: string) {
  const entries = await tx.auditEntry.findMany({
    where: {
      streetId: principal.streetId,
      subjectKind: 'compound',
      subjectId: compoundId,
      action: 'compound.stage',
      outcome: 'done',
    },
    orderBy: { id: 'asc' },
    take: 50,
    select: { id: true, actor: true, reason: true, changes: true },
  })
  return entries.map(({ changes, ...entry }) => {
    const { stage, decidedOn } = (changes ?? {}) as Changes
    return { ...entry, from: stage?.from ?? null, to: stage?.to ?? null, decidedOn: decidedOn?.to ?? null }
  })
}
