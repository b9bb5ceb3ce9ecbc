import { useTranslations } from 'next-intl'
import { Badge } from '@/ui/badge'
import type { BOARD_STATES } from '../schema'

const TONES = { never: 'warn', outdated: 'warn', current: 'good' } as const

/** Whether the paper on a board says what holds. */
export function BoardState({ state }: { state: (typeof BOARD_STATES)[number] }) {
  const t = useTranslations('boards')
  return <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>
}
