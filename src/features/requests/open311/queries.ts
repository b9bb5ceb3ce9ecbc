import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'
import type { Locale } from '@/server/locale'
import { STATES } from '../life/schema'
import { period, statesOf, statusOf, type Tree } from './rules'
import type { RequestsAsked } from './schema'

type Named = {
  name: string
  nameEn: string
  group: string
  groupEn: string
  hint: string | null
  hintEn: string | null
}

const inLanguage = <T extends Named>(locale: Locale, { name, nameEn, group, groupEn, hint, hintEn }: T) =>
  locale === 'en' ? { name: nameEn, group: groupEn, hint: hintEn ?? '' } : { name, group, hint: hint ?? '' }

/** The categories that can be reported, as Open311's services. */
export async function listServices(tx: Tx, streetId: string, locale: Locale): Promise<Tree[]> {
  const rows = await tx.requestCategory.findMany({
    where: { streetId, endedAt: null },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
    take: 500,
  })
  return rows.map((row) => {
    const { name, group, hint } = inLanguage(locale, row)
    return {
      service_code: row.code,
      service_name: name,
      description: hint,
      metadata: true,
      type: 'realtime',
      keywords: '',
      group,
    }
  })
}

export const hasService = async (tx: Tx, streetId: string, code: string): Promise<boolean> =>
  (await tx.requestCategory.count({ where: { streetId, code, endedAt: null } })) > 0

const REQUEST = {
  number: true,
  state: true,
  createdAt: true,
  updatedAt: true,
  dueAt: true,
  category: { select: { code: true, name: true, nameEn: true } },
  building: { select: { id: true, name: true } },
  compound: {
    select: { id: true, name: true, longitude: true, latitude: true, community: { select: { name: true } } },
  },
} satisfies Prisma.RequestSelect

type Found = Prisma.RequestGetPayload<{ select: typeof REQUEST }>

/** What anybody may know of a request: its kind, its state and where it is, down to the building. What was said and by whom is not in it. */
function told(row: Found, locale: Locale, stateWords: Record<string, string>): Tree {
  const { category, compound, building } = row
  const name = locale === 'en' ? category.nameEn : category.name
  const status = statusOf(row.state)
  return {
    service_request_id: row.number,
    status,
    status_notes: stateWords[row.state] ?? null,
    service_name: name,
    service_code: category.code,
    description: name,
    agency_responsible: compound.community.name,
    service_notice: null,
    requested_datetime: row.createdAt.toISOString(),
    updated_datetime: row.updatedAt.toISOString(),
    expected_datetime: status === 'open' ? (row.dueAt?.toISOString() ?? null) : null,
    address: `${compound.name}${building?.name ?? ''}`,
    address_id: building?.id ?? compound.id,
    zipcode: null,
    lat: compound.latitude,
    long: compound.longitude,
    media_url: null,
  }
}

/** A page of requests, newest first. */
export async function listPublicRequests(
  tx: Tx,
  streetId: string,
  asked: RequestsAsked,
  locale: Locale,
  stateWords: Record<string, string>,
  now: Date,
): Promise<Tree[]> {
  const { from, to } = period(asked.start_date, asked.end_date, now)
  const states = asked.status?.flatMap((status) => statesOf(status, STATES))
  const rows = await tx.request.findMany({
    relationLoadStrategy: 'join',
    where: {
      streetId,
      ...(asked.service_request_id
        ? { number: { in: asked.service_request_id } }
        : { createdAt: { gte: from, lte: to } }),
      ...(asked.service_code ? { category: { code: { in: asked.service_code } } } : {}),
      ...(states ? { state: { in: states } } : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: (asked.page - 1) * asked.page_size,
    take: asked.page_size,
    select: REQUEST,
  })
  return rows.map((row) => told(row, locale, stateWords))
}

export async function findPublicRequest(
  tx: Tx,
  streetId: string,
  number: string,
  locale: Locale,
  stateWords: Record<string, string>,
): Promise<Tree | null> {
  const row = await tx.request.findFirst({
    relationLoadStrategy: 'join',
    where: { streetId, number },
    select: REQUEST,
  })
  return row && told(row, locale, stateWords)
}
