import { useTranslations } from 'next-intl'
import { LEVELS, POINTS } from '../../evidence/rules'

/** The rule by which the list is ordered, in words, where it is used. */
export function PriorityRule() {
  const t = useTranslations('demands')
  return (
    <details className="rounded-lg border border-line bg-surface px-4 py-2 text-sm">
      <summary className="flex min-h-control-small cursor-pointer items-center font-medium">
        {t('ruleTitle')}
      </summary>
      <p className="pb-2 text-ink-soft">{t('rule', { ...POINTS, ...LEVELS })}</p>
    </details>
  )
}
