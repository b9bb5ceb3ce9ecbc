import { missingParts } from '@/server/health'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const missing = await missingParts()
  const ready = missing.length === 0
  return Response.json(ready ? { status: 'ready' } : { status: 'not ready', missing }, {
    status: ready ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
}
