import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { CaptainForm } from '@/features/captains/appointments/components/captain-form'
import { findCaptainToWrite, openBuildings } from '@/features/captains/appointments/queries'
import { captainKey } from '@/features/captains/appointments/schema'
import { siteName } from '@/features/captains/buildings/queries'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function EditCaptainPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('captains.write')
  const key = captainKey.safeParse(await params)
  const captain = key.success ? await findCaptainToWrite(act, key.data.id) : null
  if (!captain || captain.state === 'ended') notFound()
  const t = await getTranslations('captains')
  const { name, maskedPhone } = captain.person
  const buildings = openBuildings(captain, act.now).map(({ building }) => ({
    value: building.id,
    label: siteName(building),
  }))
  return (
    <>
      <PageHeader
        title={`${t('edit')} · ${name}`}
        crumbs={[
          { label: t('title'), href: '/office/captains' },
          { label: name, href: `/office/captains/${captain.id}` },
          { label: t('edit') },
        ]}
      />
      <CaptainForm captain={{ ...captain, name, maskedPhone, buildings }} today={dayOf(act.now)} />
    </>
  )
}
