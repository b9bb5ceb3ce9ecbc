import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { viewsFor, viewsToChange } from './policy'

const MOST = 100

const VIEW = {
  id: true,
  name: true,
  query: true,
  isShared: true,
  forRole: true,
  version: true,
  accountId: true,
  account: { select: { displayName: true } },
} satisfies Prisma.SavedViewSelect

export type ViewRow = Prisma.SavedViewGetPayload<{ select: typeof VIEW }>

export const listViews = ({ tx, principal }: Act): Promise<ViewRow[]> =>
  tx.savedView.findMany({
    relationLoadStrategy: 'join',
    where: viewsFor(principal),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: VIEW,
  })

export const findViewToChange = ({ tx, principal }: Act, id: string): Promise<ViewRow | null> =>
  tx.savedView.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, viewsToChange(principal)] },
    select: VIEW,
  })

/** The filter with which the board opens for the reader's roles, if there is one. */
export async function presetFor({ tx, principal }: Act): Promise<string | null> {
  const view = await tx.savedView.findFirst({
    where: { streetId: principal.streetId, forRole: { in: principal.grants.map(({ role }) => role) } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { query: true },
  })
  return view?.query ?? null
}
