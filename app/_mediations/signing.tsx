import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findMediation } from '@/features/logbook/mediations/cases/queries'
import { SignForm } from '@/features/logbook/mediations/components/sign-form'
import { isRunning } from '@/features/logbook/mediations/rules'
import { partyKey } from '@/features/logbook/mediations/schema'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

/** What is handed to a party on the phone: the agreement as it stands, and a place to sign. */
export async function MediationSigning({ base, id, partyId }: { base: string; id: string; partyId: string }) {
  const act = await pageAct('mediations.use')
  const key = partyKey.safeParse({ id, partyId })
  const found = key.success ? await findMediation(act, key.data.id) : null
  const party = found?.parties.find((one) => one.id === partyId)
  const [latest] = found?.agreements ?? []
  if (!found || !party || !latest || !isRunning(found.state)) notFound()
  if (latest.signatures.some((signature) => signature.partyId === partyId)) notFound()
  const t = await getTranslations('mediations')
  const here = `${base}/${id}`
  const title = t('signOf', { name: party.name })
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={title}
        crumbs={[{ label: t('title'), href: base }, { label: found.number, href: here }, { label: title }]}
      />
      <Panel title={t('agreement')}>
        <p className="whitespace-pre-wrap text-base">{latest.words}</p>
      </Panel>
      <Panel title={t('signatures')}>
        <SignForm mediationId={id} agreementId={latest.id} partyId={partyId} here={here} />
      </Panel>
    </div>
  )
}
