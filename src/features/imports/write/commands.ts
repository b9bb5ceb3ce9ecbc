import type { Plan } from '../plan/plan'
import type { Writing } from './ground'
import { settleJournal } from './journal/commands'
import { writePlaces } from './places/commands'
import { writePosts } from './posts/commands'
import { writeNewNumbers } from './posts/numbers/commands'
import { readStreet } from './queries'
import { writeServices } from './services/commands'

export type Step = 'places' | 'posts' | 'services' | 'journal'

/** Writes what the plan adds and changes, and nothing else, and keeps what every changed row was before. */
export async function writePlan(
  { ids, ...start }: Writing,
  plan: Plan,
  reach: (step: Step) => Promise<void>,
): Promise<void> {
  const writing: Writing = { ...start, ids }
  if (plan.newNumbers.length > 0) {
    await writeNewNumbers(writing, plan.newNumbers)
    writing.ids = (await readStreet(writing.tx, writing.streetId, writing.today)).ids
  }
  await reach('places')
  await writePlaces(writing, plan)
  await reach('posts')
  await writePosts(writing, plan)
  await reach('services')
  await writeServices(writing, plan)
  await reach('journal')
  await settleJournal(writing)
}
