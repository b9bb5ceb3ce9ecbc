import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { codeFrom } from '@/server/secrets'
import { buildingsWithin, compoundsWithin } from '../../places/policy'

/** The reporter's code of a request, told again to who repeats the report; nothing but its hash is kept. */
export const trackCode = (requestId: string): string => codeFrom('track', requestId, 20)

const MOST = 12

/** Buildings of the caller's scope that hold what was typed, as a picker shows them. */
export async function sitesFound(
  { tx, principal }: Act,
  typed: string,
): Promise<{ id: string; label: string; detail: string }[]> {
  const buildings = await tx.building.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [buildingsWithin(principal, 'requests.report'), { endedAt: null }, searching(typed)] },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: {
      id: true,
      name: true,
      compound: { select: { name: true, community: { select: { name: true } } } },
    },
  })
  return buildings.map(({ id, name, compound }) => ({
    id,
    label: `${compound.name}${name}`,
    detail: compound.community.name,
  }))
}

export type CategoryOption = {
  id: string
  code: string
  name: string
  nameEn: string
  group: string
  groupEn: string
  danger: string | null
}

/** What can be reported, in the street's order. */
export const categoriesOf = ({ tx, principal }: Act): Promise<CategoryOption[]> =>
  tx.requestCategory.findMany({
    where: { streetId: principal.streetId, endedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, code: true, name: true, nameEn: true, group: true, groupEn: true, danger: true },
  })

/** The compounds that a report may name when no building is known. */
export async function compoundsToReportIn({
  tx,
  principal,
}: Act): Promise<{ value: string; label: string }[]> {
  const compounds = await tx.compound.findMany({
    where: { AND: [compoundsWithin(principal, 'requests.report'), { endedAt: null }] },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  return compounds.map(({ id, name }) => ({ value: id, label: name }))
}
