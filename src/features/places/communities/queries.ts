import type { Act } from '@/server/act'
import type { Permission } from '@/server/permissions'
import { communitiesWithin } from '../policy'

/** The communities that a select offers: those in the caller's scope, by name. */
export async function communityOptions(
  act: Act,
  permission: Permission,
): Promise<{ value: string; label: string }[]> {
  const communities = await act.tx.community.findMany({
    where: { AND: [communitiesWithin(act.principal, permission), { endedAt: null }] },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  return communities.map(({ id, name }) => ({ value: id, label: name }))
}
