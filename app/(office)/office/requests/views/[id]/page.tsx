import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ViewForm } from '@/features/requests/views/components/view-form'
import { mayPreset, mayShare } from '@/features/requests/views/policy'
import { findViewToChange } from '@/features/requests/views/queries'
import { viewKey } from '@/features/requests/views/schema'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function EditViewPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('requests.read')
  const key = viewKey.safeParse(await params)
  const view = key.success ? await findViewToChange(act, key.data.id) : null
  if (!view) notFound()
  const t = await getTranslations('saved-views')
  const { id, name, isShared, forRole, version } = view
  return (
    <>
      <PageHeader
        title={t('edit')}
        crumbs={[
          { label: t('board'), href: '/office/requests' },
          { label: t('title'), href: '/office/requests/views' },
          { label: name },
        ]}
      />
      <ViewForm
        view={{ id, name, isShared, forRole, version }}
        mayShare={mayShare(act.principal)}
        mayPreset={mayPreset(act.principal)}
      />
    </>
  )
}
