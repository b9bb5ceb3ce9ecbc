import { uuidv7 } from '@/core/identifier'
import type { Tx } from '@/server/db'

const VIEWS = [
  { name: '已超时', query: 'late=late' },
  { name: '待派单', query: 'state=accepted' },
]

/** Two views of the board that the command room shares. */
export async function shareViews(tx: Tx, streetId: string, now: Date): Promise<void> {
  if (await tx.savedView.count({ where: { streetId } })) return
  const dispatcher = await tx.account.findFirst({
    where: { streetId, demo: true, username: 'dispatcher' },
    select: { id: true },
  })
  if (!dispatcher) return
  await tx.savedView.createMany({
    data: VIEWS.map((view) => ({
      ...view,
      streetId,
      id: uuidv7(now),
      accountId: dispatcher.id,
      page: 'requests',
      isShared: true,
      createdAt: now,
    })),
  })
}
