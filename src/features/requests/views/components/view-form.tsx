import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'
import { VIEW_ROLES } from '../schema'

const NONE = 'none'

/** A name for a filter, and who else sees it. */
export function ViewForm({
  view,
  query,
  mayShare,
  mayPreset,
}: {
  view?: { id: string; name: string; isShared: boolean; forRole: string | null; version: number }
  query?: string
  mayShare: boolean
  mayPreset: boolean
}) {
  const t = useTranslations('saved-views')
  const roles = useTranslations('frame.roles')
  const back = '/office/requests'
  return (
    <RecordForm
      action={view ? `/api/v1/saved-views/${view.id}` : '/api/v1/saved-views'}
      method={view ? 'PATCH' : 'POST'}
      also={{
        ...(view ? { version: view.version } : { query: query ?? '' }),
        ...(mayShare ? {} : { isShared: view?.isShared ?? false }),
        ...(mayPreset ? {} : { forRole: view?.forRole ?? null }),
      }}
      submit={view ? t('save') : t('add')}
      cancel={{ label: t('cancel'), href: view ? `${back}/views` : `${back}?${query ?? ''}` }}
      doneHref={view ? `${back}/views` : `${back}?${query ?? ''}`}
      fields={[
        {
          kind: 'text',
          name: 'name',
          label: t('fields.name'),
          required: true,
          value: view?.name,
          maxLength: 30,
        },
        ...(mayShare
          ? [
              {
                kind: 'checkbox' as const,
                name: 'isShared',
                label: t('fields.isShared'),
                description: t('sharedHint'),
                value: view?.isShared ?? false,
              },
            ]
          : []),
        ...(mayPreset
          ? [
              {
                kind: 'optional-select' as const,
                name: 'forRole',
                label: t('fields.forRole'),
                description: t('roleHint'),
                none: { value: NONE, label: t('noRole') },
                options: VIEW_ROLES.map((value) => ({ value, label: roles(value) })),
                value: view?.forRole ?? NONE,
              },
            ]
          : []),
      ]}
    />
  )
}
