import { getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { BoxForm } from '@/features/opinions/boxes/components/box-form'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewOpinionBoxPage() {
  const act = await pageAct('opinions.handle')
  const t = await getTranslations('opinion-boxes')
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/opinion-boxes' }, { label: t('add') }]}
      />
      <ClientMessages namespaces={['opinion-boxes']}>
        <BoxForm today={dayOf(act.now)} />
      </ClientMessages>
    </>
  )
}
