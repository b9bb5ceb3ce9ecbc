import { env } from '@/env'
import { pool } from './db'

/** What keeps this server from doing its work: configuration, database, schema, or a worker that does not answer. */
export async function missingParts(): Promise<string[]> {
  try {
    env()
  } catch {
    return ['configuration']
  }
  try {
    const { rows } = await pool().query<{ schema: string | null; jobs: string | null }>(
      "SELECT to_regclass('public.street')::text AS schema, to_regclass('graphile_worker._private_jobs')::text AS jobs",
    )
    return [...(rows[0]?.schema ? [] : ['schema']), ...(rows[0]?.jobs ? [] : ['jobs'])]
  } catch {
    return ['database']
  }
}
