import { getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { MemberForm } from '@/features/grids/members/components/member-form'
import { findGrid } from '@/features/grids/register/queries'
import { gridKey } from '@/features/grids/register/schema'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

type Query = Promise<{ grid?: string | string[] }>

export default async function NewGridMemberPage({ searchParams }: { searchParams: Query }) {
  const act = await pageAct('grids.write')
  const t = await getTranslations('grid-members')
  const key = gridKey.safeParse({ id: (await searchParams).grid })
  const grid = key.success ? await findGrid(act, key.data.id, 'grids.write') : null
  return (
    <>
      <PageHeader
        title={t('appoint')}
        crumbs={[{ label: t('title'), href: '/office/grid-members' }, { label: t('appoint') }]}
      />
      <MemberForm
        today={dayOf(act.now)}
        {...(grid && !grid.endedAt ? { grid: { value: grid.id, label: grid.name } } : {})}
      />
    </>
  )
}
