import type { VERSION_STATES } from './schema'

export type VersionState = (typeof VERSION_STATES)[number]

/** What residents read of an item, and what an order goes by. */
export const COMPARED = [
  'category',
  'name',
  'nameEn',
  'words',
  'wordsEn',
  'stars',
  'standards',
  'standardsEn',
  'fee',
  'priceFen',
  'priceUnit',
  'reach',
  'frequency',
  'frequencyEn',
  'responseAmount',
  'responseUnit',
  'requestCategoryId',
  'resourceId',
] as const
export type Compared = (typeof COMPARED)[number]

type Item = { serviceId: string; name: string } & Record<Compared, unknown>

export type ItemChange<Row extends Item> =
  | { kind: 'added'; item: Row }
  | { kind: 'removed'; item: Row }
  | { kind: 'changed'; item: Row; before: Row; fields: Compared[] }

/** What a version changes against the one before it, service by service; a place in the order alone is no change. */
export function changesBetweenVersions<Row extends Item>(
  before: readonly Row[],
  after: readonly Row[],
): ItemChange<Row>[] {
  const old = new Map(before.map((item) => [item.serviceId, item]))
  const kept = new Set(after.map(({ serviceId }) => serviceId))
  return [
    ...after.flatMap((item): ItemChange<Row>[] => {
      const was = old.get(item.serviceId)
      if (!was) return [{ kind: 'added', item }]
      const fields = COMPARED.filter((field) => JSON.stringify(was[field]) !== JSON.stringify(item[field]))
      return fields.length > 0 ? [{ kind: 'changed', item, before: was, fields }] : []
    }),
    ...before
      .filter(({ serviceId }) => !kept.has(serviceId))
      .map((item): ItemChange<Row> => ({ kind: 'removed', item })),
  ]
}
