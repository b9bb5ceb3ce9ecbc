import type { z } from 'zod'
import { findPublicStreet, type PublicStreet } from '@/features/places/public/queries'
import { db } from '@/server/db'
import { cookieOf } from '@/server/endpoint'
import { type Locale, localeFrom } from '@/server/locale'
import { log } from '@/server/log'
import { loadMessages, type Messages } from '@/server/messages'
import { holds } from '@/server/principal'
import { consume, perAddress } from '@/server/rate-limit'
import { boundedBytes } from '@/server/request-body'
import { bearerOf, keyPrincipalOf } from '@/server/session'
import { type PostRefusal, postForSystem } from './commands'
import { findPublicRequest, hasService, listPublicRequests, listServices } from './queries'
import { type Format, readAddress, type Tree, xmlOf } from './rules'
import { requestPosted, requestsAsked, servicesAsked } from './schema'

const MOST_BYTES = 50_000
const READS = perAddress('open311', 600, 600)
const WRITES = perAddress('open311-post', 600, 600)

type Context = { params: Promise<{ path: string[] }> }
type Asked = {
  request: Request
  parts: string[]
  format: Format
  locale: Locale
  words: Messages
  requestId: string
}

/** Why a call is refused, as the specification numbers it. */
class Refused extends Error {
  constructor(
    readonly status: 400 | 403 | 404 | 413 | 415 | 429,
    readonly why: string,
    readonly details = '',
  ) {
    super(why)
  }
}

const TYPES = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' }

const answer = (format: Format, root: string, value: Tree, status = 200): Response =>
  new Response(format === 'xml' ? xmlOf(root, value) : JSON.stringify(value), {
    status,
    headers: { 'Content-Type': TYPES[format], 'Cache-Control': 'no-store' },
  })

const wordOf = (words: Messages, key: string): string => String(words[key] ?? key)

/** Answers one call, in JSON or XML, faults and refusals too. */
const serving =
  (run: (asked: Asked) => Promise<Response>) =>
  async (request: Request, context: Context): Promise<Response> => {
    const requestId = request.headers.get('x-request-id') ?? crypto.randomUUID()
    const { path } = await context.params
    const { parts, format } = readAddress(path, request.headers.get('accept'))
    const locale = localeFrom(cookieOf(request, 'locale'), request.headers.get('accept-language'))
    const words = (await loadMessages(locale)).open311 as Messages
    const refuse = (status: number, description: string) =>
      answer(format, 'errors', [{ code: status, description }], status)
    try {
      return await run({ request, parts, format, locale, words, requestId })
    } catch (fault) {
      if (fault instanceof Refused)
        return refuse(
          fault.status,
          `${wordOf(words, fault.why)}${fault.details ? ` (${fault.details})` : ''}`,
        )
      log.error('operation failed', { requestId, operation: 'open311', fault })
      return refuse(503, wordOf(words, 'unavailable'))
    }
  }

function read<S extends z.ZodType>(schema: S, values: Iterable<[string, string]>): z.output<S> {
  const given: Record<string, string> = {}
  for (const [name, value] of values) if (value !== '') given[name] = value
  if (Object.values(given).some((value) => value.includes('\u0000'))) throw new Refused(400, 'malformed')
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].join(', ')
  throw new Refused(400, 'invalid', fields)
}

async function streetOf(request: Request, jurisdiction: string | undefined): Promise<PublicStreet> {
  const street = await findPublicStreet(request.headers.get('host'), jurisdiction)
  if (!street)
    throw new Refused(jurisdiction ? 404 : 400, jurisdiction ? 'noJurisdiction' : 'whichJurisdiction')
  if (jurisdiction && ![street.code, request.headers.get('host')?.split(':')[0]].includes(jurisdiction))
    throw new Refused(404, 'noJurisdiction')
  return street
}

const queryOf = (request: Request) => new URL(request.url).searchParams

const stateWords = async (locale: Locale): Promise<Record<string, string>> =>
  ((await loadMessages(locale)).track as { states: Record<string, string> }).states

/** What more can be said of a report of any kind: where in the building it is, and the sender's own number of it. */
const attributesOf = (code: string, words: Messages): Tree => ({
  service_code: code,
  attributes: ['place', 'source_number'].map((name, index) => ({
    variable: true,
    code: name,
    datatype: 'string',
    required: false,
    datatype_description: wordOf(words, `${name}Hint`),
    order: index + 1,
    description: wordOf(words, name),
    values: [],
  })),
})

export const getOpen311 = serving(async ({ request, parts, format, locale, words }) => {
  if (!(await consume(READS, request, null))) throw new Refused(429, 'tooMany')
  const [what = '', which] = parts
  if (parts.length > 2) throw new Refused(404, 'noAddress')
  if (what === 'services') {
    const { jurisdiction_id } = read(servicesAsked, queryOf(request))
    const street = await streetOf(request, jurisdiction_id)
    if (which === undefined) return answer(format, 'services', await listServices(db(), street.id, locale))
    if (!(await hasService(db(), street.id, which))) throw new Refused(404, 'noService')
    return answer(format, 'service_definition', attributesOf(which, words))
  }
  if (what === 'requests') {
    const asked = read(requestsAsked, queryOf(request))
    const street = await streetOf(request, asked.jurisdiction_id)
    const states = await stateWords(locale)
    if (which === undefined)
      return answer(
        format,
        'service_requests',
        await listPublicRequests(db(), street.id, asked, locale, states, new Date()),
      )
    const found = await findPublicRequest(db(), street.id, which.slice(0, 60), locale, states)
    if (!found) throw new Refused(404, 'noRequest')
    return answer(format, 'service_requests', [found])
  }
  throw new Refused(404, 'noAddress')
})

const REFUSED: Record<PostRefusal, [400 | 404, string]> = {
  service: [404, 'noService'],
  place: [400, 'noPlace'],
  phone: [400, 'noPhone'],
}

export const postOpen311 = serving(async ({ request, parts, format, words, requestId }) => {
  if (parts.length !== 1 || parts[0] !== 'requests') throw new Refused(404, 'noAddress')
  if (!(await consume(WRITES, request, null))) throw new Refused(429, 'tooMany')
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new Refused(415, 'formOnly')
  const bytes = await boundedBytes(request, MOST_BYTES)
  if (!bytes) throw new Refused(413, 'tooLarge')
  const form = new URLSearchParams(new TextDecoder().decode(bytes))
  const now = new Date()
  const principal = await keyPrincipalOf(form.get('api_key') ?? bearerOf(request) ?? '', now)
  if (!principal || !holds(principal, 'requests.report')) throw new Refused(403, 'noKey')
  const posted = read(requestPosted, form)
  if (posted.jurisdiction_id) {
    const street = await streetOf(request, posted.jurisdiction_id)
    if (street.id !== principal.streetId) throw new Refused(403, 'noKey')
  }
  const filed = await db().$transaction((tx) => postForSystem({ tx, principal, now, requestId }, posted))
  if (!filed.ok) throw new Refused(...REFUSED[filed.refusal])
  const receipt = {
    service_request_id: filed.value.number,
    service_notice: wordOf(words, 'notice'),
    account_id: null,
  }
  return answer(format, 'service_requests', [receipt], 201)
})
