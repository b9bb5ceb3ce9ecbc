import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { ServiceCategory } from '@/core/service-categories'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { searchText, sortKey } from '@/server/pinyin'
import { reach } from '@/server/principal'
import { dateOf, dayFrom } from '@/server/term'
import { findResource, type ResourceDetail } from './queries'
import type { NewResource, ResourceChanges } from './schema'

type Refusal = 'not-found' | 'stale-version' | 'has-ended'
type Written = { id: string; version: number }

const rowOf = ({ contractStartsOn, contractEndsOn, ...rest }: NewResource) => ({
  ...rest,
  contractStartsOn: contractStartsOn ? dateOf(contractStartsOn) : null,
  contractEndsOn: contractEndsOn ? dateOf(contractEndsOn) : null,
  sortKey: sortKey(rest.name),
  search: searchText([rest.name, ...rest.skills].join(' ')),
})

const REFERENCES = ['providerId', 'operatorId', 'zoneId', 'compoundId'] as const

/** The field that points at nothing of this street, or null when all point at something. */
async function wrongReference({ tx, principal }: Act, asked: NewResource): Promise<string | null> {
  const where = (id: string) => ({ streetId: principal.streetId, id })
  const count = {
    providerId: (id: string) => tx.provider.count({ where: where(id) }),
    operatorId: (id: string) => tx.operator.count({ where: where(id) }),
    zoneId: (id: string) => tx.zone.count({ where: { ...where(id), endedAt: null } }),
    compoundId: (id: string) => tx.compound.count({ where: { ...where(id), endedAt: null } }),
  }
  for (const field of REFERENCES) {
    const id = asked[field]
    if (id && (await count[field](id)) === 0) return field
  }
  return null
}

export async function addResource(
  act: Act,
  asked: NewResource,
): Promise<Result<{ id: string }, 'unknown-reference'>> {
  const { tx, principal, now } = act
  const wrong = await wrongReference(act, asked)
  if (wrong) return refuse('unknown-reference', { [wrong]: 'unknown-reference' })
  const id = uuidv7(now)
  await tx.resource.create({
    data: { ...rowOf(asked), streetId: principal.streetId, id, createdAt: now },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'resource.add',
    subject: { kind: 'resource', id },
    changes: changesBetween({}, told(asked)),
  })
  return ok({ id })
}

/** The fields that the history tells; references are named by the page. */
const told = ({ providerId: _, operatorId: __, zoneId: ___, compoundId: ____, ...rest }: NewResource) => rest

/** A resource that the caller may write: who holds the permission for a part of the street may read alone. */
async function toWrite(
  act: Act,
  id: string,
  version: number,
): Promise<Result<ResourceDetail, 'not-found' | 'stale-version'>> {
  const found = await findResource(act, id, 'resources.write')
  if (!found || reach(act.principal, 'resources.write') !== 'street') return refuse('not-found')
  return found.version === version ? ok(found) : refuse('stale-version')
}

export async function changeResource(
  act: Act,
  id: string,
  { version, ...asked }: ResourceChanges,
): Promise<Result<Written, Refusal | 'unknown-reference'>> {
  const before = await toWrite(act, id, version)
  if (!before.ok) return before
  if (before.value.endedAt) return refuse('has-ended')
  const wrong = await wrongReference(act, asked)
  if (wrong) return refuse('unknown-reference', { [wrong]: 'unknown-reference' })
  const { contractStartsOn, contractEndsOn } = before.value
  const was = {
    ...before.value,
    contractStartsOn: contractStartsOn && dayFrom(contractStartsOn),
    contractEndsOn: contractEndsOn && dayFrom(contractEndsOn),
  }
  return write(act, before.value, rowOf(asked), 'change', changesBetween(was, told(asked)))
}

/** Takes a resource out of use; what the kitchen matched it to ends with it. */
export async function endResource(act: Act, id: string, version: number): Promise<Result<Written, Refusal>> {
  const { tx, principal, now } = act
  const before = await toWrite(act, id, version)
  if (!before.ok) return before
  if (before.value.endedAt) return refuse('has-ended')
  const written = await write(act, before.value, { endedAt: now }, 'end')
  if (!written.ok) return written
  await tx.kitchenMatch.updateMany({
    where: { streetId: principal.streetId, resourceId: id, endedAt: null },
    data: { endedAt: now, version: { increment: 1 } },
  })
  return written
}

export async function resumeResource(
  act: Act,
  id: string,
  version: number,
): Promise<Result<Written, Refusal>> {
  const before = await toWrite(act, id, version)
  if (!before.ok) return before
  if (!before.value.endedAt) return refuse('not-found')
  return write(act, before.value, { endedAt: null }, 'resume')
}

async function write(
  act: Act,
  { id, version }: ResourceDetail,
  data: Prisma.ResourceUncheckedUpdateManyInput,
  action: 'change' | 'end' | 'resume',
  changes: ReturnType<typeof changesBetween> = {},
): Promise<Result<Written, 'stale-version'>> {
  const written = await act.tx.resource.updateMany({
    where: { streetId: act.principal.streetId, id, version },
    data: { ...data, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: `resource.${action}`, subject: { kind: 'resource', id }, changes })
  return ok({ id, version: version + 1 })
}

/** Words in a provider's category, name or offers, and a worker's post, that tell what they are for; the first that fits is taken. */
const SIGNS: readonly [ServiceCategory, RegExp][] = [
  ['repair', /维修|修理|急修|水电|疏通|防水|开锁|安装|家电/],
  ['cleaning', /保洁|清洁|家政|垃圾|清运/],
  ['security', /保安|秩序|巡逻|门卫/],
  ['parking', /停车|充电|电动车/],
  ['greenery', /绿化|花木/],
  ['health', /诊|医|药|卫生/],
  ['elderly', /养老|助老|老年|送餐|日间照料/],
  ['errands', /快递|跑腿|代办|驿站|物业/],
  ['culture', /文化|图书|活动/],
  ['pets', /宠物/],
  ['retail', /超市|便利|菜|粮|餐|理发|洗|裁缝|商店|早点/],
]

export const categoryOfWords = (words: string): ServiceCategory =>
  SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? 'other'

/** Lays each provider and each operator's crew of the registers into the resource list, once. */
export async function adoptRegisters(tx: Tx, streetId: string, now: Date): Promise<number> {
  const [providers, operators] = await Promise.all([
    tx.provider.findMany({
      where: { streetId, endedAt: null, resources: { none: {} } },
      orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true, category: true, offers: true, hoursText: true },
    }),
    tx.operator.findMany({
      where: { streetId, resources: { none: {} } },
      orderBy: { name: 'asc' },
      select: {
        id: true,
        name: true,
        workers: { where: { endsOn: null }, select: { post: true, furtherPosts: true } },
      },
    }),
  ])
  const row = (name: string, skills: string[]) => ({
    streetId,
    id: uuidv7(now),
    name: name.slice(0, 80),
    skills,
    sortKey: sortKey(name),
    search: searchText([name, ...skills].join(' ')),
    createdAt: now,
  })
  const rows: Prisma.ResourceCreateManyInput[] = [
    ...providers.map(({ id, name, category, offers, hoursText }) => ({
      ...row(name, offersOf(category, offers)),
      kind: 'provider' as const,
      providerId: id,
      categories: [categoryOfWords(`${category} ${offers ?? ''} ${name}`)],
      hoursText: hoursText?.slice(0, 120) ?? null,
    })),
    ...operators
      .filter(({ workers }) => workers.length > 0)
      .map(({ id, name, workers }) => {
        const skills = [...new Set(workers.flatMap(({ post, furtherPosts }) => [post, ...furtherPosts]))]
        return {
          ...row(name, skills.slice(0, 30)),
          kind: 'crew' as const,
          operatorId: id,
          categories: [...new Set(skills.map(categoryOfWords))],
          capacityPerWeek: workers.length * VISITS_PER_WORKER,
        }
      }),
  ]
  await tx.resource.createMany({ data: rows })
  return rows.length
}

/** So many small jobs a worker is taken to do in a week, until the list says otherwise. */
const VISITS_PER_WORKER = 10

const offersOf = (category: string, offers: string | null): string[] =>
  [category, ...(offers ?? '').split(/[、，,;；/\s]+/)]
    .map((part) => part.trim().slice(0, 30))
    .filter(Boolean)
    .slice(0, 30)

export async function adoptResources(act: Act): Promise<Result<{ added: number }, never>> {
  const added = await adoptRegisters(act.tx, act.principal.streetId, act.now)
  await recordAudit(act, { action: 'resource.adopt', changes: { rows: { to: added } } })
  return ok({ added })
}
