import http from 'node:http'
import { fileURLToPath } from 'node:url'
import next from 'next'
import pino from 'pino'
import { trustedHops } from './scripts/lib/web-address.mjs'
import { makeListener } from './scripts/lib/web-listener.mjs'

const DRAIN_MS = 20_000
const { env } = process
const dev = process.argv.includes('--dev')
const port = Number(env.PORT || 3000)
const hostname = env.HOST || '127.0.0.1'
const log = pino({ level: env.LOG_LEVEL || 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime })

/** Long answers (event streams) listen to this and end, so that a shutdown need not wait for them. */
const shutdown = new AbortController()
globalThis[Symbol.for('linzhi.shutdown')] = shutdown.signal

const server = http.createServer({
  requestTimeout: 300_000,
  headersTimeout: 20_000,
  keepAliveTimeout: 65_000,
})
const app = next({
  dev,
  dir: fileURLToPath(new URL('.', import.meta.url)),
  hostname,
  port,
  httpServer: server,
})

const ready = app.prepare()
const handle = app.getRequestHandler()
const listener = makeListener({
  handle,
  log,
  hops: trustedHops(env.TRUST_PROXY),
  maxBytes: Number(env.MAX_UPLOAD_BYTES || 60_000_000),
  publicUrl: env.NEXTAUTH_URL,
  isDraining: () => shutdown.signal.aborted,
})
server.on('request', listener)
server.on('checkContinue', (request, response) => {
  if (Number(request.headers['content-length'] ?? 0) <= Number(env.MAX_UPLOAD_BYTES || 60_000_000)) {
    response.writeContinue()
  }
  listener(request, response)
})
server.on('clientError', (error, socket) => {
  if (!socket.writable || error.code === 'ECONNRESET') return socket.destroy()
  const status =
    error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nX-Content-Type-Options: nosniff\r\nContent-Length: 0\r\n\r\n`,
  )
})

/** In order: no new connections, what is in flight finishes, then Next, then the process. */
async function drain() {
  if (shutdown.signal.aborted) return
  const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  const closed = new Promise((resolve) => server.close(resolve))
  shutdown.abort()
  server.closeIdleConnections()
  await closed
  clearTimeout(late)
  await Promise.race([app.close().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 2000))])
  process.exit(0)
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, drain)

server.once('error', (error) => {
  log.fatal({ code: error.code }, `cannot listen on ${hostname}:${port}`)
  process.exit(1)
})

try {
  await ready
} catch (error) {
  log.fatal({ err: error }, 'the web server cannot start')
  process.exit(1)
}
server.listen(port, hostname, () => {
  const { port: actual } = server.address()
  log.info({ hostname, port: actual }, 'listening')
  process.send?.({ ready: true, port: actual })
})
