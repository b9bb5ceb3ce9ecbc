import { randomUUID } from 'node:crypto'
import { clientAddress, forwardedBy, isHost } from './web-address.mjs'
import { completeHeaders, refuse, securityHeaders, wordWrongMethods } from './web-answers.mjs'
import { answerFromMemory } from './web-documents.mjs'
import { isOpinionBox, isReadablePath, loggedRoute } from './web-path.mjs'

const OURS = /^(?:x-linzhi-|x-middleware-)/
const wellFormedId = /^[\w.-]{8,64}$/
const DRAIN_BODY_MS = 5000

/** Ends an upload that is too large, whether it said so or only grew. */
function guardBody(request, response, limit, tooLarge) {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    tooLarge()
    // The rest is read and thrown away for a moment, so that the client gets to see the answer.
    request.resume()
    setTimeout(() => !request.complete && request.destroy(), DRAIN_BODY_MS).unref()
    return false
  }
  if (!request.headers['transfer-encoding']) return true
  let received = 0
  const push = request.push
  request.push = function pushCounted(chunk, ...rest) {
    received += chunk?.length ?? 0
    if (received <= limit) return push.call(request, chunk, ...rest)
    if (!response.headersSent) tooLarge()
    request.destroy()
    return false
  }
  return true
}

/**
 * What stands before Next: it says who asks and under which request id, refuses what cannot be read,
 * answers contact sheets from memory, and writes one log line per request.
 */
export function makeListener({ handle, log, hops, maxBytes, publicUrl, isDraining }) {
  const security = securityHeaders(publicUrl)

  const logEnd = (request, response, requestId, began) => {
    const url = request.url
    // A line would tell when somebody wrote: of the opinion box nothing is kept.
    if (isOpinionBox(url)) return
    response.once('close', () => {
      const status = response.writableFinished || response.headersSent ? response.statusCode : 499
      const route = loggedRoute(url)
      const quiet = status < 400 && (route.startsWith('/_next/') || route.startsWith('/api/health/'))
      const level = status >= 500 ? 'error' : quiet ? 'debug' : 'info'
      log[level]({
        requestId,
        method: request.method,
        route,
        status,
        ms: Math.round(performance.now() - began),
      })
    })
  }

  return function listen(request, response) {
    const began = performance.now()
    const { headers } = request
    const given = String(headers['x-request-id'] ?? '')
    const requestId = hops && wellFormedId.test(given) ? given : randomUUID()
    completeHeaders(response, () => ({
      ...security,
      'X-Request-Id': requestId,
      ...(isDraining() ? { Connection: 'close' } : {}),
    }))
    logEnd(request, response, requestId, began)
    if (request.url.startsWith('/api/')) wordWrongMethods(request, response, requestId)

    const address = clientAddress(request.socket.remoteAddress, headers['x-forwarded-for'], hops)
    const { protocol, host } = forwardedBy(headers, hops)
    if (!isReadablePath(request.url) || !isHost(host))
      return refuse(request, response, 'bad-request', requestId)
    for (const name of Object.keys(headers)) if (OURS.test(name)) delete headers[name]
    headers['x-forwarded-for'] = address
    headers['x-real-ip'] = address
    headers['x-linzhi-address'] = address
    headers['x-forwarded-proto'] = protocol
    headers['x-forwarded-host'] = host
    headers['x-request-id'] = requestId
    delete headers.forwarded

    if (answerFromMemory(request, response)) return
    const tooLarge = () => refuse(request, response, 'too-large', requestId)
    if (!guardBody(request, response, maxBytes, tooLarge)) return
    Promise.resolve(handle(request, response)).catch((error) => {
      if (!isOpinionBox(request.url))
        log.error({ requestId, err: { name: error?.name, code: error?.code, stack: error?.stack } })
      if (response.headersSent) response.destroy()
      else refuse(request, response, 'failed', requestId)
    })
  }
}
