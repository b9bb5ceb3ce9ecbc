import { useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'
import { LinkButton } from '@/ui/link-button'

/** What may be done with a zone, by those who may. */
export function ZoneActions({
  zone,
  ended,
  writes,
  confirms,
}: {
  zone: { id: string; version: number; provisional: boolean }
  ended: boolean
  writes: boolean
  confirms: boolean
}) {
  const t = useTranslations('zones')
  const action = `/api/v1/zones/${zone.id}`
  const step = (key: 'end' | 'resume' | 'confirm') => ({
    trigger: t(key),
    title: t(`${key}Title`),
    why: t(`${key}Why`),
    confirm: t(key),
    body: { version: zone.version },
  })
  if (ended) return writes && <ActionButton {...step('resume')} action={`${action}/resumption`} />
  return (
    <>
      {confirms && zone.provisional && (
        <ActionButton {...step('confirm')} triggerKind="primary" action={`${action}/confirmation`} />
      )}
      {writes && <LinkButton href={`/office/zones/${zone.id}/edit`}>{t('rename')}</LinkButton>}
      {writes && <ActionButton {...step('end')} danger action={`${action}/end`} />}
    </>
  )
}
