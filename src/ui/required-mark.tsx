import { useTranslations } from 'next-intl'

/** Says in words that a field must be filled in; the field itself carries aria-required. */
export function RequiredMark() {
  return (
    <span aria-hidden="true" className="ms-1.5 text-xs font-normal text-accent">
      {useTranslations('ui')('required')}
    </span>
  )
}
