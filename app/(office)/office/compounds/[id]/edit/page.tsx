import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { communityOptions } from '@/features/places/communities/queries'
import { CompoundForm } from '@/features/places/compounds/components/compound-form'
import { findCompound } from '@/features/places/compounds/queries'
import { compoundKey } from '@/features/places/compounds/schema'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function EditCompoundPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('places.write')
  const key = compoundKey.safeParse(await params)
  const compound = key.success ? await findCompound(act, key.data.id, 'places.write') : null
  if (!compound || compound.endedAt) notFound()
  const t = await getTranslations('compounds')
  return (
    <>
      <PageHeader
        title={`${t('edit')} · ${compound.name}`}
        crumbs={[
          { label: t('title'), href: '/office/compounds' },
          { label: compound.name, href: `/office/compounds/${compound.id}` },
          { label: t('edit') },
        ]}
      />
      <CompoundForm compound={compound} communities={await communityOptions(act, 'places.write')} />
    </>
  )
}
