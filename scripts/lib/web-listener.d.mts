import type { IncomingMessage, ServerResponse } from 'node:http'

export function makeListener(options: {
  handle: (request: IncomingMessage, response: ServerResponse) => unknown
  log: Record<'debug' | 'info' | 'error', (line: Record<string, unknown>) => void>
  hops: number
  maxBytes: number
  publicUrl: string | undefined
  isDraining: () => boolean
}): (request: IncomingMessage, response: ServerResponse) => void
