import { getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { NoticeForm } from '@/features/captains/notices/components/notice-form'
import { noticeGrids } from '@/features/captains/notices/queries'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewCaptainNoticePage() {
  const act = await pageAct('notices.write')
  const t = await getTranslations('captain-notices')
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/captain-notices' }, { label: t('add') }]}
      />
      <ClientMessages namespaces={['captain-notices']}>
        <NoticeForm grids={await noticeGrids(act)} today={dayOf(act.now)} />
      </ClientMessages>
    </>
  )
}
