import { type Result, refuse } from '@/core/result'
import { answerFault } from '@/server/api-error'
import { db } from '@/server/db'
import { cookieOf } from '@/server/endpoint'
import { readKept } from '@/server/files'
import { localeFrom } from '@/server/locale'
import { log } from '@/server/log'
import type { OpenAct } from '@/server/open-endpoint'
import { consume, perAddress } from '@/server/rate-limit'
import type { Refusal } from '@/server/refusals'
import { boundedBytes } from '@/server/request-body'
import { reporterMove } from '../../life/schema'
import { moveByTrack } from '../commands'
import { findTrackedPhoto } from '../queries'
import { trackPhotoKey, trackToken } from '../schema'

const MOST_BYTES = 50_000
const MOVES = perAddress('track-form', 60, 600)

const PRIVATE = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' }

const goTo = (location: string): Response =>
  new Response(null, { status: 303, headers: { ...PRIVATE, Location: location } })

/** An HTML form's fields; null for what is none or too much. */
async function fieldsOf(request: Request): Promise<Record<string, string> | null> {
  const bytes = await boundedBytes(request, MOST_BYTES)
  if (!bytes) return null
  const type = request.headers.get('content-type') ?? ''
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i.test(type)) return null
  const form = await new Response(Buffer.from(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null)
  if (!form) return null
  const fields: Record<string, string> = {}
  for (const [name, value] of form)
    if (typeof value === 'string' && value.trim() !== '') fields[name] = value.replaceAll('\r\n', '\n')
  return fields
}

const STARS = new Set(['overall', 'speed', 'manner'])

/** The form's fields as the step that they mean: stars are numbers. */
const stepIn = (fields: Record<string, string>) =>
  reporterMove.safeParse(
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, STARS.has(name) ? Number(value) : value]),
    ),
  )

/** A step by a plain HTML form on the page of a tracking code; the page shows what came of it. */
export async function stepByForm(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
  make: (act: OpenAct, token: string, fields: Record<string, string>) => Promise<Result<unknown, Refusal>>,
): Promise<Response> {
  const token = trackToken.safeParse((await params).token)
  if (!token.success) return goTo('/')
  const page = `/track/${token.data}`
  const requestId = request.headers.get('x-request-id') ?? crypto.randomUUID()
  try {
    if (!(await consume(MOVES, request, null))) return goTo(`${page}?problem=too-many-requests`)
    const fields = await fieldsOf(request)
    if (!fields) return goTo(`${page}?problem=invalid`)
    const made = await db().$transaction((tx) => make({ tx, now: new Date(), requestId }, token.data, fields))
    return goTo(made.ok ? `${page}?done=1` : `${page}?problem=${made.refusal}`)
  } catch (fault) {
    log.error('tracked step failed', { requestId, fault })
    return goTo(`${page}?problem=unavailable`)
  }
}

/** A step of the reporter's by a plain HTML form. */
export const postTrackForm = (request: Request, context: { params: Promise<{ token: string }> }) =>
  stepByForm(request, context, async (act, token, fields) => {
    const step = stepIn(fields)
    return step.success ? moveByTrack(act, token, step.data) : refuse('invalid')
  })

/** From a typed code to the request's page. */
export async function postTrackCode(request: Request): Promise<Response> {
  const token = trackToken.safeParse((await fieldsOf(request))?.code)
  return goTo(token.success ? `/track/${token.data}` : '/track/unknown')
}

/** A photo of the public part, for the reporter's code. */
export async function getTrackPhoto(
  request: Request,
  { params }: { params: Promise<{ token: string; id: string }> },
): Promise<Response> {
  try {
    const key = trackPhotoKey.safeParse(await params)
    const file = key.success ? await findTrackedPhoto(db(), key.data.token, key.data.id) : null
    const bytes = file === null ? null : await readKept(file)
    if (!bytes) return new Response(null, { status: 404, headers: PRIVATE })
    return new Response(Buffer.from(bytes), {
      headers: {
        ...PRIVATE,
        'Content-Type': 'image/jpeg',
        'Content-Security-Policy': "default-src 'none'",
        'X-Content-Type-Options': 'nosniff',
      },
    })
  } catch (fault) {
    const requestId = request.headers.get('x-request-id') ?? crypto.randomUUID()
    log.error('tracked photo failed', { requestId, fault })
    const locale = localeFrom(cookieOf(request, 'locale'), request.headers.get('accept-language'))
    return answerFault(fault, locale, requestId)
  }
}
