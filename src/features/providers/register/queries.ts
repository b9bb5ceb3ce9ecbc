import { maskPhone } from '@/core/phone'
import { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { ProviderFilter } from './schema'

const IN_FORCE = { where: { purpose: 'sheet', withdrawnAt: null }, select: { id: true, givenOn: true } }

const ROW = {
  id: true,
  category: true,
  name: true,
  contactName: true,
  offers: true,
  phone: true,
  address: true,
  fee: true,
  hoursText: true,
  hours: true,
  longitude: true,
  latitude: true,
  sortKey: true,
  endedAt: true,
  version: true,
  consents: IN_FORCE,
} satisfies Prisma.ProviderSelect

type Read = Prisma.ProviderGetPayload<{ select: typeof ROW }>

/** A provider as an office page shows it: the number masked, the hours said to be understood or not. */
export type ProviderRow = Omit<Read, 'phone' | 'hours' | 'consents'> & {
  maskedPhone: string | null
  hoursClear: boolean
  consent: { id: string; givenOn: Date } | null
}

const rowOf = ({ phone, hours, consents, ...row }: Read): ProviderRow => ({
  ...row,
  maskedPhone: phone ? maskPhone(phone) : null,
  hoursClear: hours !== null,
  consent: consents[0] ?? null,
})

const hoursWhere = (hours: ProviderFilter['hours']): Prisma.ProviderWhereInput => {
  if (hours === 'missing') return { hoursText: null }
  return hours === 'unclear' ? { hoursText: { not: null }, hours: { equals: Prisma.DbNull } } : {}
}

function whereOf({ principal }: Act, filter: ProviderFilter): Prisma.ProviderWhereInput {
  const consented = { purpose: 'sheet', withdrawnAt: null }
  return {
    streetId: principal.streetId,
    ...searching(filter.q),
    ...(filter.category ? { category: filter.category } : {}),
    ...(filter.fee ? { fee: filter.fee } : {}),
    ...hoursWhere(filter.hours),
    ...(filter.consent
      ? { consents: filter.consent === 'yes' ? { some: consented } : { none: consented } }
      : {}),
    endedAt: filter.ended ? { not: null } : null,
  }
}

/** A page of the street's providers; they serve everybody, so the whole street's staff sees them. */
export async function listProviders(act: Act, filter: ProviderFilter): Promise<Page<ProviderRow>> {
  const column = filter.sort === 'name' ? 'sortKey' : 'category'
  const where = whereOf(act, filter)
  const cursor = cursorFor(filter.cursor, 'text')
  const place = keyset(column, filter.direction, cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.provider.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.provider.count({ where }),
  ])
  return pageOf(found.map(rowOf), filter.size, cursor, total, (row) => row[column])
}

export const providersToExport = async (act: Act, filter: ProviderFilter): Promise<ProviderRow[]> =>
  (
    await act.tx.provider.findMany({
      relationLoadStrategy: 'join',
      where: whereOf(act, filter),
      orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
      take: 50_000,
      select: ROW,
    })
  ).map(rowOf)

export async function findProvider(act: Act, id: string): Promise<ProviderRow | null> {
  const found = await act.tx.provider.findFirst({
    relationLoadStrategy: 'join',
    where: { streetId: act.principal.streetId, id },
    select: ROW,
  })
  return found && rowOf(found)
}

/** The categories that the street has, for its filters and forms. */
export async function providerCategories(act: Act): Promise<string[]> {
  const rows = await act.tx.provider.groupBy({
    by: ['category'],
    where: { streetId: act.principal.streetId },
    orderBy: { category: 'asc' },
  })
  return rows.map(({ category }) => category)
}
