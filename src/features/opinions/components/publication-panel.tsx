import { useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'
import { Alert } from '@/ui/alert'
import { Badge } from '@/ui/badge'
import { ClientMessages } from '@/ui/client-messages'
import { Panel } from '@/ui/panel'
import { PublicationForm } from './publication-form'

export type PublicationPanelProps = {
  opinion: { id: string; version: number; published: string; publicHour: Date | null }
  isOwn: boolean
}

/** Where what was proposed for all to read stands: to be looked at by a colleague, or shown. */
export function PublicationPanel({ opinion, isOwn }: PublicationPanelProps) {
  const t = useTranslations('opinions')
  const { id, version, published, publicHour } = opinion
  return (
    <Panel
      title={t('publication')}
      actions={
        <ActionButton
          trigger={t('withdraw')}
          title={t('withdrawTitle')}
          why={t('withdrawWhy')}
          confirm={t('withdraw')}
          action={`/api/v1/opinions/${id}/publication`}
          body={{ published: null, version }}
        />
      }
    >
      <p>
        <Badge tone={publicHour ? 'good' : 'warn'}>{t(publicHour ? 'isPublic' : 'waitsForLook')}</Badge>
      </p>
      {isOwn && !publicHour && <Alert tone="note">{t('ownWords')}</Alert>}
      {!isOwn && !publicHour && (
        <ClientMessages namespaces={['opinions']}>
          <PublicationForm key={version} opinion={{ id, version, published }} />
        </ClientMessages>
      )}
    </Panel>
  )
}
