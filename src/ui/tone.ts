import type { IconName } from './icon'

/** What a coloured thing means; the words beside it always say so too. */
export type Tone = 'neutral' | 'note' | 'good' | 'warn' | 'bad'

export const TONE_LOOK: Record<Tone, string> = {
  neutral: 'border-line bg-sunken text-ink-soft',
  note: 'border-note/25 bg-note-soft text-note',
  good: 'border-good/25 bg-good-soft text-good',
  warn: 'border-warn/30 bg-warn-soft text-warn',
  bad: 'border-bad/25 bg-bad-soft text-bad',
}

export const TONE_ICON: Record<Tone, IconName> = {
  neutral: 'info',
  note: 'info',
  good: 'check',
  warn: 'warning',
  bad: 'warning',
}
