import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findMediation, type MediationDetail } from '@/features/logbook/mediations/cases/queries'
import { isRunning } from '@/features/logbook/mediations/rules'
import { mediationKey } from '@/features/logbook/mediations/schema'
import { colleaguesOf } from '@/features/logbook/mediations/seats/queries'
import type { Act } from '@/server/act'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { RecordForm, type RecordFormProps } from '@/ui/record-form'

type Step = { title: string; form: Omit<RecordFormProps, 'cancel' | 'doneHref' | 'submit'> }
type Given = { act: Act; found: MediationDetail; partyId: string | undefined }

/** One step that is written into a case, as a form of its own. */
export async function MediationStep({
  base,
  id,
  step,
  partyId,
}: {
  base: string
  id: string
  step: string
  partyId: string | undefined
}) {
  const act = await pageAct('mediations.use')
  const key = mediationKey.safeParse({ id })
  const found = key.success ? await findMediation(act, key.data.id) : null
  const make = Object.hasOwn(STEPS, step) ? STEPS[step] : undefined
  if (!found || !make || !isRunning(found.state)) notFound()
  const made = await make({ act, found, partyId })
  if (!made) notFound()
  const t = await getTranslations('mediations')
  const here = `${base}/${id}`
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={made.title}
        crumbs={[
          { label: t('title'), href: base },
          { label: found.number, href: here },
          { label: made.title },
        ]}
      />
      <Panel>
        <RecordForm
          {...made.form}
          submit={t('save')}
          cancel={{ label: t('cancel'), href: here }}
          doneHref={here}
        />
      </Panel>
    </div>
  )
}

const STEPS: Record<string, (given: Given) => Promise<Step | null>> = {
  matter: async ({ found }) => {
    const t = await getTranslations('mediations')
    return {
      title: t('change'),
      form: {
        action: `/api/v1/mediations/${found.id}`,
        method: 'PATCH',
        also: { version: found.version },
        fields: [
          {
            kind: 'paragraph',
            name: 'matter',
            label: t('fields.matter'),
            required: true,
            maxLength: 2_000,
            value: found.matter,
          },
        ],
      },
    }
  },
  party: async ({ found, partyId }) => {
    const t = await getTranslations('mediations')
    const party = found.parties.find((one) => one.id === partyId)
    if (partyId && !party) return null
    return {
      title: party ? `${t('changeParty')} ${party.name}` : t('addParty'),
      form: {
        action: `/api/v1/mediations/${found.id}/parties${party ? `/${party.id}` : ''}`,
        method: party ? 'PATCH' : 'POST',
        also: { version: found.version },
        fields: [
          {
            kind: 'text',
            name: 'name',
            label: t('fields.name'),
            required: true,
            maxLength: 40,
            value: party?.name ?? null,
          },
          { kind: 'phone', name: 'phone', label: t('fields.phone'), value: party?.phone ?? null },
          { kind: 'text', name: 'door', label: t('fields.door'), maxLength: 60, value: party?.door ?? null },
        ],
      },
    }
  },
  meeting: async ({ act, found }) => {
    const t = await getTranslations('mediations')
    return {
      title: t('addMeeting'),
      form: {
        action: `/api/v1/mediations/${found.id}/meetings`,
        method: 'POST',
        fields: [
          { kind: 'moment', name: 'heldAt', label: t('fields.heldAt'), required: true, value: act.now },
          { kind: 'text', name: 'place', label: t('fields.place'), maxLength: 60 },
          { kind: 'text', name: 'present', label: t('fields.present'), maxLength: 200 },
          { kind: 'paragraph', name: 'words', label: t('fields.words'), required: true, maxLength: 4_000 },
        ],
      },
    }
  },
  agreement: async ({ found }) => {
    const t = await getTranslations('mediations')
    const [latest] = found.agreements
    return {
      title: t(latest ? 'drawUpAgain' : 'drawUp'),
      form: {
        action: `/api/v1/mediations/${found.id}/agreements`,
        method: 'POST',
        also: { version: found.version },
        fields: [
          {
            kind: 'paragraph',
            name: 'words',
            label: t('fields.agreement'),
            description: t('drawUpHint'),
            required: true,
            maxLength: 6_000,
            value: latest?.words ?? null,
          },
          { kind: 'date', name: 'followUpOn', label: t('fields.followUpOn') },
        ],
      },
    }
  },
  'follow-up': async ({ found }) => {
    if (found.state !== 'agreed') return null
    const t = await getTranslations('mediations')
    return {
      title: t('followUp'),
      form: {
        action: `/api/v1/mediations/${found.id}/follow-ups`,
        method: 'POST',
        also: { version: found.version },
        fields: [
          {
            kind: 'select',
            name: 'kept',
            label: t('fields.kept'),
            required: true,
            value: 'kept',
            options: (['kept', 'not-kept'] as const).map((value) => ({
              value,
              label: t(`keptValues.${value}`),
            })),
          },
          { kind: 'date', name: 'nextOn', label: t('fields.nextOn') },
          { kind: 'paragraph', name: 'words', label: t('fields.words'), required: true, maxLength: 2_000 },
        ],
      },
    }
  },
  colleague: async ({ act, found }) => {
    const t = await getTranslations('mediations')
    const colleagues = await colleaguesOf(act, found.building.id)
    return {
      title: t('bringIn'),
      form: {
        action: `/api/v1/mediations/${found.id}/seats`,
        method: 'POST',
        fields: [
          {
            kind: 'select',
            name: 'accountId',
            label: t('fields.account'),
            description: t('bringInHint'),
            required: true,
            options: colleagues
              .filter(({ id }) => !found.seats.some(({ accountId }) => accountId === id))
              .map(({ id, name, post }) => ({ value: id, label: `${name} · ${t(`offices.${post}`)}` })),
          },
        ],
      },
    }
  },
}
