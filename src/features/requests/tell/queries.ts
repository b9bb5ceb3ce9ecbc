import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'
import { inTermOn, todayOf } from '@/server/term'

const PHONE = { select: { id: true, phone: true } }

const told = (today: Date) =>
  ({
    id: true,
    number: true,
    state: true,
    reporterPhone: true,
    policy: true,
    dueAt: true,
    category: { select: { name: true } },
    compound: {
      select: {
        name: true,
        zoneCompound: {
          select: {
            zone: {
              select: {
                leads: { where: inTermOn(today), select: { worker: { select: { person: PHONE } } } },
              },
            },
          },
        },
      },
    },
    building: {
      select: {
        name: true,
        grid: { select: { members: { where: inTermOn(today), select: { person: PHONE } } } },
        captainBuildings: {
          where: { ...inTermOn(today), appointment: inTermOn(today) },
          select: { appointment: { select: { person: PHONE } } },
        },
      },
    },
    worker: { select: { person: PHONE } },
  }) satisfies Prisma.RequestSelect

export type ToldRequest = Prisma.RequestGetPayload<{ select: ReturnType<typeof told> }>

/** A request with the numbers of those who may be told of its steps. */
export const findTold = (tx: Tx, streetId: string, id: string, now: Date): Promise<ToldRequest | null> =>
  tx.request.findUnique({
    relationLoadStrategy: 'join',
    where: { streetId_id: { streetId, id } },
    select: told(todayOf(now)),
  })
