import type { Tone } from '@/ui/tone'
import type { IMPORT_STATES } from '../schema'

/** How an import's state looks. */
export const STATE_TONE: Record<(typeof IMPORT_STATES)[number], Tone> = {
  received: 'neutral',
  reading: 'note',
  mapped: 'warn',
  writing: 'note',
  done: 'good',
  failed: 'bad',
  cancelled: 'neutral',
  undone: 'neutral',
}
