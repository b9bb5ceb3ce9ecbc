import { useTranslations } from 'next-intl'

const STAGES = ['none', 'managed', 'good'] as const

type Step = { id: string; actor: string; reason: string | null; to: string | null; day: string | null }

/** The three stages with the one that the compound stands at, and the steps by which it came there. */
export function StageLadder({ stage, steps }: { stage: (typeof STAGES)[number]; steps: readonly Step[] }) {
  const t = useTranslations('stages')
  const reached = STAGES.indexOf(stage)
  return (
    <div className="flex flex-col gap-3">
      <ol className="grid grid-cols-3 gap-1 text-center text-sm">
        {STAGES.map((name, index) => (
          <li
            key={name}
            {...(index === reached ? { 'aria-current': 'step' as const } : {})}
            className={`rounded border px-2 py-2 ${
              index === reached
                ? 'border-accent bg-accent-soft font-semibold text-accent-deep'
                : index < reached
                  ? 'border-edge bg-sunken'
                  : 'border-dashed border-edge text-ink-faint'
            }`}
          >
            {t(`names.${name}`)}
          </li>
        ))}
      </ol>
      {steps.length === 0 ? (
        <p className="text-sm text-ink-faint">{t('noSteps')}</p>
      ) : (
        <ul className="flex flex-col gap-2 text-sm">
          {steps.map((step) => (
            <li key={step.id} className="border-s-3 border-line ps-3">
              <span className="font-medium">
                {step.day} · {STAGES.some((name) => name === step.to) ? t(`names.${step.to}`) : step.to}
              </span>
              <span className="ms-2 text-ink-faint">{step.actor}</span>
              {step.reason && <span className="block whitespace-pre-line">{step.reason}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
