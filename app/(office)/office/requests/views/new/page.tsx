import { getTranslations } from 'next-intl/server'
import { ViewForm } from '@/features/requests/views/components/view-form'
import { mayPreset, mayShare } from '@/features/requests/views/policy'
import { filterIn } from '@/features/requests/views/rules'
import { pageAct } from '@/server/page'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { addressWith, type PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'

const BOARD = '/office/requests'

export default async function NewViewPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const { principal } = await pageAct('requests.read')
  const t = await getTranslations('saved-views')
  const query = filterIn(addressWith('', await searchParams, {}).slice(1))
  return (
    <>
      <PageHeader
        title={t('add')}
        lead={t('addLead')}
        crumbs={[{ label: t('board'), href: BOARD }, { label: t('add') }]}
      />
      {query === null ? (
        <EmptyState
          title={t('nothing')}
          why={t('emptyWhy')}
          action={<LinkButton href={BOARD}>{t('board')}</LinkButton>}
        />
      ) : (
        <ViewForm query={query} mayShare={mayShare(principal)} mayPreset={mayPreset(principal)} />
      )}
    </>
  )
}
