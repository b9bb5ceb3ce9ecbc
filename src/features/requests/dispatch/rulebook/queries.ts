import { addDays, dayOf, startOf } from '@/core/instants'
import { compoundOptions } from '@/features/places/compounds/queries'
import { zoneOptions } from '@/features/zones/register/queries'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { inTermOn, todayOf } from '@/server/term'
import { workersWithin } from '../../../crews/policy'
import { listCategories, postsOf } from '../../categories/queries'
import { rulesOf } from '../queries'
import { type Case, type Misfit, misfitOf, ruleFor } from '../rules'

const NAMED = { select: { id: true, name: true } }
const RULE = {
  id: true,
  position: true,
  name: true,
  skill: true,
  weekdays: true,
  fromMinute: true,
  toMinute: true,
  toZoneCrew: true,
  version: true,
  category: { select: { id: true, name: true, nameEn: true } },
  compound: NAMED,
  zone: NAMED,
  worker: { select: { id: true, endsOn: true, person: { select: { name: true } } } },
} satisfies Prisma.DispatchRuleSelect

export type RuleRow = Prisma.DispatchRuleGetPayload<{ select: typeof RULE }>

/** The street's rules in the order in which they are asked. */
export const listRules = ({ tx, principal }: Act): Promise<RuleRow[]> =>
  tx.dispatchRule.findMany({
    relationLoadStrategy: 'join',
    where: { streetId: principal.streetId, endedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: 500,
    select: RULE,
  })

export const findRule = ({ tx, principal }: Act, id: string): Promise<RuleRow | null> =>
  tx.dispatchRule.findFirst({
    relationLoadStrategy: 'join',
    where: { streetId: principal.streetId, id, endedAt: null },
    select: RULE,
  })

/** Workers in service that hold what was typed, as a picker shows them. */
export async function workersToName({ tx, principal, now }: Act, typed: string) {
  const workers = await tx.worker.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        workersWithin(principal, 'workers.read'),
        inTermOn(todayOf(now)),
        { OR: [searching(typed), { person: { is: searching(typed) } }] },
      ],
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 12,
    select: { id: true, post: true, person: { select: { name: true } } },
  })
  return workers.map(({ id, post, person }) => ({ id, label: person.name, detail: post }))
}

const TRIAL_DAYS = 30
const MOST_TRIED = 20_000

type Tried = {
  id: string
  number: string
  createdAt: Date
  category: { name: string; nameEn: string }
  place: string
  worker: string | null
  /** The rule that would take it; null for none. */
  rule: string | null
  /** The rules before it, and why each did not. */
  passed: { name: string; why: Misfit }[]
}

export type Trial = {
  total: number
  counts: { id: string | null; name: string | null; count: number }[]
  rows: Tried[]
  pages: number
}

const TRIED = {
  id: true,
  number: true,
  createdAt: true,
  categoryId: true,
  compoundId: true,
  category: { select: { name: true, nameEn: true, skill: true } },
  compound: { select: { name: true, zoneCompound: { select: { zoneId: true } } } },
  building: { select: { name: true } },
  worker: { select: { person: { select: { name: true } } } },
} satisfies Prisma.RequestSelect

const PER_PAGE = 20

/** What the rules, as they stand, would have made of the last thirty days' requests: nothing is moved. */
export async function tryRules(
  { tx, principal, now }: Act,
  { rule: wanted, page }: { rule?: string | undefined; page: number },
): Promise<Trial> {
  const { streetId } = principal
  const rules = await rulesOf(tx, streetId)
  const requests = await tx.request.findMany({
    relationLoadStrategy: 'join',
    where: { streetId, createdAt: { gte: startOf(addDays(dayOf(now), -TRIAL_DAYS)) } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_TRIED,
    select: TRIED,
  })
  const caseIn = (request: (typeof requests)[number]): Case => ({
    categoryId: request.categoryId,
    compoundId: request.compoundId,
    zoneId: request.compound.zoneCompound?.zoneId ?? null,
    skill: request.category.skill,
    at: request.createdAt,
  })
  const decided = requests.map((request) => ({ request, rule: ruleFor(rules, caseIn(request)) }))
  const countOf = (id: string | null) => decided.filter(({ rule }) => (rule?.id ?? null) === id).length
  const shown = decided.filter(({ rule }) => !wanted || (rule?.id ?? 'none') === wanted)
  return {
    total: decided.length,
    counts: [
      ...rules.map(({ id, name }) => ({ id, name, count: countOf(id) })),
      { id: null, name: null, count: countOf(null) },
    ],
    pages: Math.max(1, Math.ceil(shown.length / PER_PAGE)),
    rows: shown.slice((page - 1) * PER_PAGE, page * PER_PAGE).map(({ request, rule }) => ({
      id: request.id,
      number: request.number,
      createdAt: request.createdAt,
      category: request.category,
      place: `${request.compound.name}${request.building?.name ?? ''}`,
      worker: request.worker?.person.name ?? null,
      rule: rule?.name ?? null,
      passed: rules.slice(0, rule ? rules.indexOf(rule) : rules.length).flatMap((one) => {
        const why = misfitOf(one, caseIn(request))
        return why ? [{ name: one.name, why }] : []
      }),
    })),
  }
}

/** What a rule's form offers, in the reader's language. */
export async function ruleChoices(act: Act, isEnglish: boolean) {
  const [categories, compounds, zones, skills] = await Promise.all([
    listCategories(act, {}),
    compoundOptions(act, 'places.read'),
    zoneOptions(act),
    postsOf(act),
  ])
  return {
    categories: categories.map(({ id, name, nameEn }) => ({ value: id, label: isEnglish ? nameEn : name })),
    compounds,
    zones,
    skills,
  }
}
