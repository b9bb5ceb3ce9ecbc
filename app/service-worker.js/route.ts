import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** The phone's service worker, as the build bundled it; it must lie at the root to reach all phone pages. */
export async function GET(): Promise<Response> {
  const script = await readFile(path.join(process.cwd(), 'dist', 'service-worker.js'), 'utf8').catch(
    () => null,
  )
  return script === null
    ? new Response(null, { status: 404 })
    : new Response(script, {
        headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' },
      })
}
