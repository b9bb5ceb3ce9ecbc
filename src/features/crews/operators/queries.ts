import type { Act } from '@/server/act'
import type { Permission } from '@/server/permissions'
import { todayOf } from '@/server/term'
import { operatorsWithin } from '../policy'

export type OperatorRow = { id: string; name: string; workers: number }

/** The operators within the caller's scope, with how many work for each today. */
export async function listOperators(
  act: Act,
  permission: Permission = 'workers.read',
): Promise<OperatorRow[]> {
  const today = todayOf(act.now)
  const operators = await act.tx.operator.findMany({
    where: operatorsWithin(act.principal, permission),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 200,
    select: {
      id: true,
      name: true,
      _count: {
        select: {
          workers: {
            where: { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
          },
        },
      },
    },
  })
  return operators.map(({ id, name, _count }) => ({ id, name, workers: _count.workers }))
}
