import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { findCompound } from '@/features/places/compounds/queries'
import { compoundKey, STAGES } from '@/features/places/compounds/schema'
import { DecisionForm } from '@/features/places/decisions/components/decision-form'
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
      <DecisionForm
        compound={compound}
        matter="stage"
        label={t('newStage')}
        options={STAGES.filter((value) => value !== compound.stage).map((value) => ({
          value,
          label: t(`names.${value}`),
        }))}
        evidenceHint={t('evidenceHint')}
        today={dayOf(act.now)}
      />
    </>
  )
}
