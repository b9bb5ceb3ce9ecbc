import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { findCompound } from '@/features/places/compounds/queries'
import { compoundKey } from '@/features/places/compounds/schema'
import { StageForm } from '@/features/places/stages/components/stage-form'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function CompoundStagePage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('stages.write')
  const key = compoundKey.safeParse(await params)
  const compound = key.success ? await findCompound(act, key.data.id, 'stages.write') : null
  if (!compound || compound.endedAt) notFound()
  const t = await getTranslations('stages')
  const compounds = await getTranslations('compounds')
  return (
    <>
      <PageHeader
        title={`${t('change')} · ${compound.name}`}
        lead={t('changeLead', { stage: t(`names.${compound.stage}`) })}
        crumbs={[
          { label: compounds('title'), href: '/office/compounds' },
          { label: compound.name, href: `/office/compounds/${compound.id}` },
          { label: t('change') },
        ]}
      />
      <StageForm compound={compound} today={dayOf(act.now)} />
    </>
  )
}
