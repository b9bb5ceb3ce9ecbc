import { type Prisma, Prisma as Sql } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf, positionOf } from '@/server/paging'
import { pinyinOf } from '@/server/pinyin'
import { analysedWithin, wholeCompoundsWithin } from '../analysis/policy'
import { questionsOf } from '../analysis/rules'
import { isFoundBy, type Reading, readingOf, suggests } from './rules'
import type { CodeFilter, TextFilter } from './schema'

const ROW = {
  id: true,
  name: true,
  keywords: true,
  version: true,
  createdAt: true,
  endedAt: true,
  _count: { select: { answers: true } },
} satisfies Prisma.SurveyCodeSelect

export type CodeRow = Prisma.SurveyCodeGetPayload<{ select: typeof ROW }>

/** A page of the codebook by name, with how many answers each word was given. */
export async function listCodes({ tx, principal }: Act, filter: CodeFilter): Promise<Page<CodeRow>> {
  const where: Prisma.SurveyCodeWhereInput = {
    AND: [
      { streetId: principal.streetId, endedAt: filter.ended ? { not: null } : null },
      searching(filter.q),
    ],
  }
  const cursor = cursorFor(filter.cursor, 'text')
  const place = keyset('name', 'asc', cursor, filter.size)
  const [found, total] = await Promise.all([
    tx.surveyCode.findMany({
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    tx.surveyCode.count({ where }),
  ])
  return pageOf(found, filter.size, cursor, total, ({ name }) => name)
}

export const findCode = ({ tx, principal }: Act, id: string): Promise<CodeRow | null> =>
  tx.surveyCode.findFirst({ where: { streetId: principal.streetId, id }, select: ROW })

type Word = { id: string; name: string; keywords: Reading[] }

/** The codebook as it is in use, its keywords read. */
export async function codebookOf({ tx, principal }: Act): Promise<Word[]> {
  const found = await tx.surveyCode.findMany({
    where: { streetId: principal.streetId, endedAt: null },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, keywords: true },
  })
  return found.map(({ keywords, ...word }) => ({ ...word, keywords: keywords.map(read) }))
}

const SYLLABLES = new Map<string, string>()

function syllableOf(character: string): string {
  const known = SYLLABLES.get(character) ?? pinyinOf(character)
  SYLLABLES.set(character, known)
  return known
}

const read = (text: string): Reading => readingOf(text, syllableOf)

export const suggestedBy = (word: Word, text: Reading): boolean =>
  word.keywords.some((keyword) => suggests(keyword, text))

export type Campaign = {
  id: string
  name: string
  nameEn: string | null
  texts: { key: string; text: string; textEn: string | null }[]
}

/** A campaign whose single answers the reader may see, with its questions for free text; null where there is none. */
export async function findCoded({ tx, principal }: Act, surveyId: string): Promise<Campaign | null> {
  const found = await tx.survey.findFirst({
    where: { AND: [{ id: surveyId }, analysedWithin(principal, 'surveys.single')] },
    select: {
      id: true,
      name: true,
      nameEn: true,
      forms: { orderBy: { number: 'desc' }, select: { questions: true } },
    },
  })
  if (!found) return null
  const { forms, ...campaign } = found
  return { ...campaign, texts: questionsOf(forms).filter(({ kind }) => kind === 'text') }
}

/** The answers of the scope that say something, as a `WHERE` over `q`. */
export async function saidWithin(
  { tx, principal }: Act,
  surveyId: string,
  question: string,
  community?: string,
): Promise<Sql.Sql> {
  const compounds = await tx.compound.findMany({
    where: {
      AND: [
        wholeCompoundsWithin(principal, 'surveys.single'),
        community ? { communityId: community } : {},
        { questionnaires: { some: { surveyId } } },
      ],
    },
    select: { id: true },
  })
  return Sql.sql`q.street_id = ${principal.streetId}::uuid AND q.survey_id = ${surveyId}::uuid AND q.is_returned
    AND q.compound_id = ANY(${compounds.map(({ id }) => id)}::uuid[]) AND jsonb_typeof(q.answers->${question}) = 'string'
    AND q.answers->>${question} <> ''`
}

/** The different texts among the answers that pass. */
export async function textsThat(
  { tx }: Act,
  said: Sql.Sql,
  question: string,
  passes: (text: Reading) => boolean,
): Promise<string[]> {
  const found = await tx.$queryRaw<{ text: string }[]>`
    SELECT DISTINCT q.answers->>${question} AS text FROM questionnaire q WHERE ${said}`
  return found.flatMap(({ text }) => (passes(read(text)) ? text : []))
}

type Given = { id: string; name: string }

export type TextRow = {
  /** Of the first answer that says so. */
  id: string
  text: string
  answers: number
  compounds: number
  codes: Given[]
  suggested: Given[]
}

/** A page of what was answered in free words, the most frequent first; the same words are one row. */
export async function listTexts(
  act: Act,
  { id: surveyId, texts }: Campaign,
  filter: TextFilter,
): Promise<Page<TextRow>> {
  const { tx, principal } = act
  const question = filter.question ?? texts[0]?.key
  if (!question) return { rows: [], next: null, previous: null, total: 0 }
  const [said, codebook] = await Promise.all([
    saidWithin(act, surveyId, question, filter.community),
    codebookOf(act),
  ])
  const { q, code, suggested } = filter
  const word = codebook.find(({ id }) => id === suggested)
  const found =
    q || suggested
      ? await textsThat(
          act,
          said,
          question,
          (text) => (!q || isFoundBy(text, q)) && (!suggested || (!!word && suggestedBy(word, text))),
        )
      : null
  const given = Sql.sql`SELECT FROM answer_code k WHERE k.street_id = ${principal.streetId}::uuid
    AND k.questionnaire_id = ANY(g.ids) AND k.question = ${question}`
  const cursor = cursorFor(filter.cursor, 'number')
  const at = positionOf(cursor)
  const back = at?.back ?? false
  const order = back ? Sql.sql`answers ASC, id DESC` : Sql.sql`answers DESC, id ASC`
  const beyond = at
    ? back
      ? Sql.sql`WHERE answers > ${at.value}::int OR (answers = ${at.value}::int AND id < ${at.id}::uuid)`
      : Sql.sql`WHERE answers < ${at.value}::int OR (answers = ${at.value}::int AND id > ${at.id}::uuid)`
    : Sql.empty
  const rows = await tx.$queryRaw<(Omit<TextRow, 'suggested'> & { total: number })[]>`
    WITH groups AS (
      SELECT (array_agg(q.id ORDER BY q.id))[1] AS id, array_agg(q.id) AS ids, q.answers->>${question} AS text,
        count(*)::int AS answers, count(DISTINCT q.compound_id)::int AS compounds
      FROM questionnaire q WHERE ${said} ${found ? Sql.sql`AND q.answers->>${question} = ANY(${found})` : Sql.empty}
      GROUP BY 3),
    wanted AS (
      SELECT g.*, (count(*) OVER ())::int AS total FROM groups g
      WHERE ${
        code === 'none'
          ? Sql.sql`NOT EXISTS (${given})`
          : code
            ? Sql.sql`EXISTS (${given} AND k.code_id = ${code}::uuid)`
            : Sql.sql`true`
      })
    SELECT g.id, g.text, g.answers, g.compounds, g.total,
      (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) ORDER BY c.name), '[]') FROM survey_code c
        WHERE c.street_id = ${principal.streetId}::uuid AND EXISTS (${given} AND k.code_id = c.id)) AS codes
    FROM (SELECT * FROM wanted ${beyond} ORDER BY ${order} LIMIT ${filter.size + 1}) g ORDER BY ${order}`
  const page = pageOf(rows, filter.size, cursor, rows[0]?.total ?? 0, ({ answers }) => answers)
  return {
    ...page,
    rows: page.rows.map(({ total: _total, ...row }) => {
      const text = read(row.text)
      const has = new Set(row.codes.map(({ id }) => id))
      return {
        ...row,
        suggested: codebook.flatMap((one) =>
          !has.has(one.id) && suggestedBy(one, text) ? { id: one.id, name: one.name } : [],
        ),
      }
    }),
  }
}
