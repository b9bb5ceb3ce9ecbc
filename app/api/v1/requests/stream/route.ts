import { seenAmong } from '@/features/requests/live/queries'
import { hearing } from '@/server/announcements'
import { answerError } from '@/server/api-error'
import { localeFrom } from '@/server/locale'
import { log } from '@/server/log'
import { holds, type Principal } from '@/server/principal'
import { principalOf, sessionCookieOf } from '@/server/session'

export const dynamic = 'force-dynamic'

const GATHER_MS = 500
const HEARTBEAT_MS = 25_000
const MOST_AT_ONCE = 200

const shutdownSignal = (): AbortSignal | undefined =>
  (globalThis as Record<symbol, AbortSignal | undefined>)[Symbol.for('linzhi.shutdown')]

const maySee = (principal: Principal | null): principal is Principal =>
  principal !== null && (holds(principal, 'requests.read') || holds(principal, 'requests.work'))

/** Says which requests in the reader's scope have moved, as it happens; the session is asked anew before each word. */
export async function GET(request: Request): Promise<Response> {
  const locale = localeFrom(undefined, request.headers.get('accept-language'))
  const requestId = request.headers.get('x-request-id') ?? crypto.randomUUID()
  const cookie = sessionCookieOf(request)
  const reader = () => (cookie ? principalOf(cookie, new Date()) : Promise.resolve(null))
  const first = await reader()
  if (!first) return answerError('not-signed-in', locale, requestId)
  if (!maySee(first)) return answerError('forbidden', locale, requestId)
  const { streetId } = first

  let end = () => {}
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder()
      const moved = new Set<string>()
      let gathering: NodeJS.Timeout | undefined
      let hasEnded = false
      const say = (text: string) => {
        if (!hasEnded) controller.enqueue(encoder.encode(text))
      }
      end = () => {
        if (hasEnded) return
        hasEnded = true
        stopHearing()
        clearInterval(heartbeat)
        clearTimeout(gathering)
        shutdown?.removeEventListener('abort', end)
        controller.close()
      }
      const tell = async () => {
        gathering = undefined
        const ids = [...moved].slice(0, MOST_AT_ONCE)
        moved.clear()
        const principal = await reader()
        if (!maySee(principal)) return end()
        if (ids.length === 0) return say(': here\n\n')
        const seen = await seenAmong(principal, ids)
        if (seen.length > 0) say(`event: moved\ndata: ${JSON.stringify(seen)}\n\n`)
      }
      const guarded = () =>
        tell().catch((fault) => {
          log.warn('event stream ended', { requestId, fault })
          end()
        })
      const said = (payload: string) => {
        const [street, id] = payload.split(' ')
        if (street !== streetId || !id) return
        moved.add(id)
        gathering ??= setTimeout(guarded, GATHER_MS)
      }
      const stopHearing = hearing('linzhi_requests', { said })
      const heartbeat = setInterval(guarded, HEARTBEAT_MS)
      const shutdown = shutdownSignal()
      shutdown?.addEventListener('abort', end)
      request.signal.addEventListener('abort', end)
      say('retry: 5000\n\n')
      if (shutdown?.aborted) end()
    },
    cancel: () => end(),
  })
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}
