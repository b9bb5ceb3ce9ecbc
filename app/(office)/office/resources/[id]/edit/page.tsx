import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ResourceForm } from '@/features/demands/resources/components/resource-form'
import { findResource, resourceReferences } from '@/features/demands/resources/queries'
import { resourceKey } from '@/features/demands/resources/schema'
import { pageAct } from '@/server/page'
import { dayFrom } from '@/server/term'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function EditResourcePage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('resources.write')
  const key = resourceKey.safeParse(await params)
  const found = key.success ? await findResource(act, key.data.id, 'resources.write') : null
  if (!found || found.endedAt) notFound()
  const t = await getTranslations('resources')
  const { zone, compound, provider, operator, contractStartsOn, contractEndsOn } = found
  return (
    <>
      <PageHeader
        title={`${t('edit')} · ${found.name}`}
        crumbs={[
          { label: t('title'), href: '/office/resources' },
          { label: found.name, href: `/office/resources/${found.id}` },
          { label: t('edit') },
        ]}
      />
      <ClientMessages namespaces={['resources', 'demands']}>
        <ResourceForm
          references={await resourceReferences(act)}
          resource={{
            id: found.id,
            version: found.version,
            kind: found.kind,
            name: found.name,
            categories: found.categories,
            skills: found.skills,
            capacityPerWeek: found.capacityPerWeek,
            hoursText: found.hoursText,
            slotMinutes: found.slotMinutes,
            perSlot: found.perSlot,
            leadHours: found.leadHours,
            costFen: found.costFen,
            costUnit: found.costUnit,
            contractNumber: found.contractNumber,
            note: found.note,
            providerId: provider?.id ?? null,
            operatorId: operator?.id ?? null,
            zoneId: zone?.id ?? null,
            compoundId: compound?.id ?? null,
            contractStartsOn: contractStartsOn && dayFrom(contractStartsOn),
            contractEndsOn: contractEndsOn && dayFrom(contractEndsOn),
          }}
        />
      </ClientMessages>
    </>
  )
}
