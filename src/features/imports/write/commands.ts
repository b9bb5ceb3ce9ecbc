import type { Day } from '@/core/instants'
import type { Tx } from '@/server/db'
import type { Plan } from '../plan/plan'
import type { Writing } from './ground'
import { writePlaces } from './places/commands'
import { writePosts } from './posts/commands'
import { readIds } from './queries'
import { writeServices } from './services/commands'

/** Adds what the plan holds and the street does not; whatever is there already stays as it is. */
export async function writePlan(tx: Tx, streetId: string, plan: Plan, now: Date, today: Day): Promise<void> {
  const writing: Writing = { tx, streetId, now, today, ids: await readIds(tx, streetId) }
  await writePlaces(writing, plan)
  await writePosts(writing, plan)
  await writeServices(writing, plan)
}
