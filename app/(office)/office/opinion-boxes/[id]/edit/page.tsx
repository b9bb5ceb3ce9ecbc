import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { BoxForm } from '@/features/opinions/boxes/components/box-form'
import { findBox } from '@/features/opinions/boxes/queries'
import { boxKey } from '@/features/opinions/boxes/schema'
import { pageAct } from '@/server/page'
import { dayFrom } from '@/server/term'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

const LIST = '/office/opinion-boxes'

export default async function EditOpinionBoxPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('opinions.handle')
  const key = boxKey.safeParse(await params)
  const box = key.success ? await findBox(act, key.data.id, 'opinions.handle') : null
  if (!box || box.endedAt) notFound()
  const t = await getTranslations('opinion-boxes')
  const { id, version, serves, place, since, building } = box
  const name = `${building.compound.name} ${building.name} ${place}`
  return (
    <>
      <PageHeader
        title={t('editTitle', { name })}
        crumbs={[
          { label: t('title'), href: LIST },
          { label: name, href: `${LIST}/${id}` },
          { label: t('edit') },
        ]}
      />
      <ClientMessages namespaces={['opinion-boxes']}>
        <BoxForm box={{ id, version, serves, place, since: dayFrom(since) }} today={dayOf(act.now)} />
      </ClientMessages>
    </>
  )
}
