import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ZoneForm } from '@/features/zones/components/zone-form'
import { mayRedraw } from '@/features/zones/policy'
import { findZone } from '@/features/zones/register/queries'
import { zoneKey } from '@/features/zones/register/schema'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function RenameZonePage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('zones.write')
  const key = zoneKey.safeParse(await params)
  const zone = key.success ? await findZone(act, key.data.id, 'zones.write') : null
  if (!zone || zone.endedAt || !mayRedraw(act.principal, 'zones.write')) notFound()
  const t = await getTranslations('zones')
  return (
    <>
      <PageHeader
        title={`${t('rename')} · ${zone.name}`}
        crumbs={[
          { label: t('title'), href: '/office/zones' },
          { label: zone.name, href: `/office/zones/${zone.id}` },
          { label: t('rename') },
        ]}
      />
      <ZoneForm zone={zone} />
    </>
  )
}
