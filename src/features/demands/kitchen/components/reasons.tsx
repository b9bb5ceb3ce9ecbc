import { useTranslations } from 'next-intl'
import type { Reason } from '../rules'

/** What speaks for a resource and against it, in words. */
export function useReasonWords(): (reason: Reason) => string {
  const t = useTranslations('kitchen.reasons')
  return (reason) => {
    switch (reason.kind) {
      case 'category':
        return t('category')
      case 'skill':
        return t('skill', { word: reason.word })
      case 'place':
        return t(`place.${reason.place}`)
      case 'capacity':
        return t(reason.enough ? 'enough' : 'tooFew', { perWeek: reason.perWeek, needed: reason.needed })
      default:
        return t(reason.contract === 'ending' ? 'ending' : 'contractEnded')
    }
  }
}

export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const inWords = useReasonWords()
  return <span>{reasons.map(inWords).join('；')}</span>
}
