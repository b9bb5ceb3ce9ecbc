import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { findCompound } from '@/features/places/compounds/queries'
import { compoundKey } from '@/features/places/compounds/schema'
import { DecisionForm } from '@/features/places/decisions/components/decision-form'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function CompoundStarsPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('stages.write')
  const key = compoundKey.safeParse(await params)
  const compound = key.success ? await findCompound(act, key.data.id, 'stages.write') : null
  if (!compound || compound.endedAt) notFound()
  const t = await getTranslations('stars')
  const compounds = await getTranslations('compounds')
  return (
    <>
      <PageHeader
        title={`${t('change')} · ${compound.name}`}
        lead={compound.stars === 0 ? t('leadNone') : t('lead', { stars: compound.stars })}
        crumbs={[
          { label: compounds('title'), href: '/office/compounds' },
          { label: compound.name, href: `/office/compounds/${compound.id}` },
          { label: t('change') },
        ]}
      />
      <DecisionForm
        compound={compound}
        matter="stars"
        label={t('newStars')}
        options={[1, 2, 3, 4, 5]
          .filter((stars) => stars !== compound.stars)
          .map((stars) => ({ value: String(stars), label: t('level', { stars }) }))}
        evidenceHint={t('evidenceHint')}
        today={dayOf(act.now)}
      />
    </>
  )
}
