import { useTranslations } from 'next-intl'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'
import type { NextStep } from '../next-steps/rules'

/** What the reader can do next, each with the way to it. */
export function NextSteps({ steps }: { steps: readonly NextStep[] }) {
  const t = useTranslations('overview')
  return (
    <Panel title={t('next')}>
      {steps.length === 0 ? (
        <p className="text-sm text-ink-faint">{t('nothingNext')}</p>
      ) : (
        <ul className="flex flex-col text-sm">
          {steps.map(({ gap, count, href }) => (
            <li key={gap} className="border-b border-line py-1.5 last:border-b-0">
              <TextLink href={href}>{t(`steps.${gap}`, { count })}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
