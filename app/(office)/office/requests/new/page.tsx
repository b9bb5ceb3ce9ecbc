import { getTranslations } from 'next-intl/server'
import { StaffReportForm } from '@/features/requests/intake/components/staff-report-form'
import { categoriesOf, compoundsToReportIn } from '@/features/requests/intake/queries'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewRequestPage() {
  const act = await pageAct('requests.report')
  const t = await getTranslations('requests')
  const [categories, compounds] = await Promise.all([categoriesOf(act), compoundsToReportIn(act)])
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/requests' }, { label: t('add') }]}
      />
      <ClientMessages namespaces={['requests']}>
        <StaffReportForm categories={categories} compounds={compounds} />
      </ClientMessages>
    </>
  )
}
