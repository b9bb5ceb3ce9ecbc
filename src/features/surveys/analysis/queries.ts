import type { Act } from '@/server/act'
import type { Permission } from '@/server/permissions'
import type { Question } from '../questions/schema'
import { blocksOf, type Place, rowsOf, SMALL_GROUP, strataOf, wholeWithin } from './blocks/rules'
import { cellsOf, type Located, partsOf } from './cube/queries'
import { binsOf, type Cell, effectOf, groupOf, type Item, itemsOf, type Sight } from './figures/rules'
import { analysedWithin, maySeeSingle, wholeCompoundsWithin } from './policy'
import { type Analysed, type Analysis, type Choice, questionsOf, type RowHead } from './rules'
import type { AnalysisFilter, Grouping } from './schema'
import { weightsOf } from './weights/rules'

const findCampaign = (act: Act, surveyId: string, permissions: readonly Permission[]) =>
  act.tx.survey.findFirst({
    where: {
      AND: [{ id: surveyId }, ...permissions.map((permission) => analysedWithin(act.principal, permission))],
    },
    select: {
      id: true,
      name: true,
      nameEn: true,
      state: true,
      forms: { orderBy: { number: 'desc' }, select: { questions: true } },
    },
  })

/** The figures of a campaign as far as the reader may see them; null where there is none for the reader. */
export async function analysisOf(
  act: Act,
  surveyId: string,
  filter: AnalysisFilter,
  permissions: readonly Permission[] = ['surveys.read'],
): Promise<Analysis | null> {
  const campaign = await findCampaign(act, surveyId, permissions)
  if (!campaign) return null
  const asked = questionsOf(campaign.forms)
  const sight: Sight = maySeeSingle(act.principal) ? 'exact' : 'coarse'
  const mayOpen = sight === 'exact' || campaign.state === 'finished'
  const keysOf = (kind: Question['kind']) =>
    asked.filter((question) => question.kind === kind).map(({ key }) => key)
  const [parts, scope, codes, cells] = await Promise.all([
    partsOf(act, surveyId),
    compoundsInScope(act, permissions),
    codebookOf(act),
    mayOpen
      ? cellsOf(act, surveyId, { texts: keysOf('text'), rankings: keysOf('ranking') }, filter.question)
      : [],
  ])
  const ground = groundOf(parts, scope, filter, sight)
  const { shown, weightOf, returnedOf } = ground
  const isOpen = mayOpen && (sight === 'exact' || returnedOf(shown) >= SMALL_GROUP)
  const rows = isOpen ? rowsShown(parts, ground, filter.by) : []
  const placed = cellsByPart(parts, cells)
  const cellsIn = (key: string, within: readonly number[]) =>
    within.flatMap((part) => placed.get(`${key} ${part}`) ?? [])
  const effectIn = (within: readonly number[]) =>
    effectOf(within, (part) => parts[part]?.returned ?? 0, weightOf)
  const analysed = (question: Question): Analysed => {
    const all = cellsIn(question.key, shown)
    const bins = question.kind === 'number' ? binsOf(question, all, sight) : []
    const items = itemsOf(question, all, bins, codes, sight)
    const figures = (within: readonly number[]) =>
      groupOf(
        question,
        items,
        bins,
        cellsIn(question.key, within),
        { weightOf, effect: effectIn(within) },
        sight,
      )
    const { key, kind, text, textEn } = question
    return {
      key,
      kind,
      text,
      textEn,
      items,
      total: figures(shown),
      groups: rows.map((row) => figures(row.parts)),
    }
  }
  return {
    id: campaign.id,
    name: campaign.name,
    nameEn: campaign.nameEn,
    sight,
    isOpen,
    issued: ground.issuedOf(shown),
    returned: returnedOf(shown),
    households: ground.householdsOf(shown),
    effect: effectIn(shown),
    ...choicesOf(parts, scope),
    asked: asked.map(({ key, text, textEn }) => ({ key, text, textEn })),
    groups: rows.map(({ head }) => head),
    questions: isOpen
      ? asked.filter(({ key }) => !filter.question || key === filter.question).map(analysed)
      : [],
  }
}

async function compoundsInScope(
  { tx, principal }: Act,
  permissions: readonly Permission[],
): Promise<Set<string>> {
  const found = await tx.compound.findMany({
    where: { AND: permissions.map((permission) => wholeCompoundsWithin(principal, permission)) },
    select: { id: true },
  })
  return new Set(found.map(({ id }) => id))
}

const codebookOf = async ({ tx, principal }: Act): Promise<Item[]> =>
  (
    await tx.surveyCode.findMany({
      where: { streetId: principal.streetId },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    })
  ).map(({ id, name }) => ({ key: id, label: name, labelEn: null }))

/** What the reader's scope and filter leave of the campaign, in whole blocks, and what its parts weigh. */
function groundOf(
  parts: readonly Located[],
  scope: ReadonlySet<string>,
  filter: AnalysisFilter,
  sight: Sight,
) {
  const places = placesOf(parts)
  const strata = strataOf(places)
  const stratumOf = new Map(places.map(({ compound }, index) => [compound, strata[index] as number]))
  const blocks = sight === 'exact' ? parts.map((_, index) => index) : blocksOf(parts, stratumOf)
  const within = new Set(parts.flatMap(({ compound }, index) => (scope.has(compound) ? index : [])))
  const chosen = (by: 'community' | 'compound', key: string | undefined) =>
    key === undefined
      ? null
      : new Set(rowsOf(parts, blocks, by).find(({ keys }) => keys.includes(key))?.parts ?? [])
  const wanted = [chosen('community', filter.community), chosen('compound', filter.compound)]
  const shown = [...wholeWithin(blocks, within)].filter((part) =>
    wanted.every((set) => set?.has(part) ?? true),
  )
  const weights = weightsOf(places, strata, filter.weights)
  const sum = (of: (part: Located) => number) => (some: readonly number[]) =>
    some.reduce((all, part) => all + of(parts[part] as Located), 0)
  return {
    blocks,
    shown,
    weightOf: (part: number) => weights.get(parts[part]?.compound ?? '') ?? 1,
    issuedOf: sum(({ issued }) => issued),
    returnedOf: sum(({ returned }) => returned),
    householdsOf: (some: readonly number[]) => {
      const compounds = new Set(some.map((part) => parts[part]?.compound))
      return places.reduce(
        (all, { compound, households }) => all + (compounds.has(compound) ? households : 0),
        0,
      )
    },
  }
}

type Ground = ReturnType<typeof groundOf>

/** Compounds with the households of their registers; where a register says none, the questionnaires issued there. */
function placesOf(parts: readonly Located[]): Place[] {
  const places = new Map<string, Place>()
  const issued = new Map<string, number>()
  for (const part of parts) issued.set(part.compound, (issued.get(part.compound) ?? 0) + part.issued)
  for (const { compound, community, age, returned, households } of parts) {
    const place = places.get(compound)
    if (place) place.returned += returned
    else
      places.set(compound, {
        compound,
        community,
        age,
        returned,
        households: households ?? issued.get(compound) ?? 0,
      })
  }
  return [...places.values()]
}

const NAMES = { community: 'communityName', compound: 'compoundName', grid: 'gridName', age: 'age' } as const

function rowsShown(
  parts: readonly Located[],
  ground: Ground,
  by: Grouping,
): { head: RowHead; parts: number[] }[] {
  if (by === 'none') return []
  const shown = new Set(ground.shown)
  return rowsOf(parts, ground.blocks, by).flatMap(({ keys, parts: all }) => {
    const inside = all.filter((part) => shown.has(part))
    if (inside.length === 0) return []
    const names = [...new Set(inside.map((part) => parts[part]?.[NAMES[by]] ?? ''))]
    const head = {
      key: keys.join('+'),
      names,
      issued: ground.issuedOf(inside),
      returned: ground.returnedOf(inside),
    }
    return [{ head, parts: inside }]
  })
}

/** Cells under their question and part. */
function cellsByPart(
  parts: readonly Located[],
  cells: Awaited<ReturnType<typeof cellsOf>>,
): Map<string, Cell[]> {
  const indexes = new Map(parts.map(({ compound, grid }, index) => [`${compound} ${grid ?? ''}`, index]))
  const placed = new Map<string, Cell[]>()
  for (const { compound, grid, ...cell } of cells) {
    const part = indexes.get(`${compound} ${grid ?? ''}`)
    if (part === undefined) continue
    const key = `${cell.question} ${part}`
    const known = placed.get(key)
    if (known) known.push({ ...cell, part })
    else placed.set(key, [{ ...cell, part }])
  }
  return placed
}

function choicesOf(parts: readonly Located[], scope: ReadonlySet<string>) {
  const communities = new Map<string, string>()
  const compounds = new Map<string, string>()
  for (const { community, communityName, compound, compoundName } of parts) {
    if (!scope.has(compound)) continue
    communities.set(community, communityName)
    compounds.set(compound, compoundName)
  }
  const choices = (names: ReadonlyMap<string, string>): Choice[] =>
    [...names].map(([value, label]) => ({ value, label }))
  return { communities: choices(communities), compounds: choices(compounds) }
}
