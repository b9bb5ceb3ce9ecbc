import { useTranslations } from 'next-intl'
import { PlainButton } from '@/ui/plain-button'
import { PlainSelect, PlainTextArea } from '@/ui/plain-field'
import { type Move, transitionOf } from '../../life/rules'

type MoveWord =
  | 'withdraw'
  | 'answer'
  | 'rate-satisfied'
  | 'rate-not-satisfied'
  | 'ask-reopening'
  | 'look-again'

const isRating = (move: Move): boolean => move === 'rate-satisfied' || move === 'rate-not-satisfied'

/** One step that the reporter may make, as a form that needs no script. */
export function MoveForm({ token, move }: { token: string; move: Move }) {
  const t = useTranslations('track')
  const needsWords = transitionOf(move).needs?.includes('reason') ?? false
  const stars = [5, 4, 3, 2, 1].map((count) => ({ value: String(count), label: t('stars', { count }) }))
  const title = t(`moves.${move as MoveWord}`)
  return (
    <details className="rounded-lg border border-line bg-surface px-4 py-2">
      <summary className="flex min-h-control cursor-pointer items-center font-semibold text-link">
        {title}
      </summary>
      <form method="post" action={`/track/${token}/moves`} className="flex flex-col gap-3 pb-3">
        <input type="hidden" name="move" value={move} />
        {isRating(move) &&
          (['overall', 'speed', 'manner'] as const).map((name) => (
            <PlainSelect key={name} name={name} label={t(name)} options={stars} placeholder={t('noStars')} />
          ))}
        <PlainTextArea
          name="words"
          label={t(needsWords ? 'words' : 'wordsOptional')}
          maxLength={1000}
          required={needsWords}
        />
        <PlainButton kind="primary" size="wide">
          {title}
        </PlainButton>
      </form>
    </details>
  )
}
