import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { MemberForm } from '@/features/grids/members/components/member-form'
import { findMember } from '@/features/grids/members/queries'
import { memberKey } from '@/features/grids/members/schema'
import { mayWriteIn } from '@/features/places/policy'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function EditGridMemberPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('grids.write')
  const key = memberKey.safeParse(await params)
  const member = key.success ? await findMember(act, key.data.id, 'grids.write') : null
  if (!member || member.state === 'ended') notFound()
  if (!mayWriteIn(act.principal, 'grids.write', member.grid.community.id)) notFound()
  const t = await getTranslations('grid-members')
  const { name } = member.person
  return (
    <>
      <PageHeader
        title={`${t('edit')} · ${name}`}
        crumbs={[
          { label: t('title'), href: '/office/grid-members' },
          { label: name, href: `/office/grid-members/${member.id}` },
          { label: t('edit') },
        ]}
      />
      <MemberForm member={{ ...member, ...member.person, id: member.id }} today={dayOf(act.now)} />
    </>
  )
}
