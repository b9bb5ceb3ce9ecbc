import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { ConsentPanel } from '@/features/people/consents/components/consent-panel'
import { mayKeepProviderConsents } from '@/features/people/consents/policy'
import { consentsOf } from '@/features/people/consents/queries'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { findProvider } from '@/features/providers/register/queries'
import { providerKey } from '@/features/providers/register/schema'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { LinkButton } from '@/ui/link-button'
import { MaskedValue } from '@/ui/masked-value'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

export default async function ProviderPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('providers.read')
  const key = providerKey.safeParse(await params)
  const provider = key.success ? await findProvider(act, key.data.id) : null
  if (!provider) notFound()
  const t = await getTranslations('providers')
  const history = await getTranslations('timeline')
  const format = await getFormatter()
  const [consents, happenings] = await Promise.all([
    consentsOf(act, { providerId: provider.id }),
    timelineOf(act, 'provider', provider.id),
  ])
  const action = `/api/v1/providers/${provider.id}`
  const step = (name: 'end' | 'resume', path: string) => (
    <ActionButton
      trigger={t(name)}
      title={t(`${name}Title`)}
      why={t(`${name}Why`)}
      confirm={t(name)}
      danger={name === 'end'}
      action={`${action}/${path}`}
      body={{ version: provider.version }}
    />
  )
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={provider.name}
        crumbs={[{ label: t('title'), href: '/office/providers' }, { label: provider.name }]}
        lead={
          <span className="flex flex-wrap gap-2">
            <Badge>{provider.category}</Badge>
            <Badge tone="note">{t(`fees.${provider.fee}`)}</Badge>
            {provider.endedAt && <Badge tone="warn">{t('ended')}</Badge>}
          </span>
        }
        actions={
          holds(act.principal, 'providers.write') &&
          (provider.endedAt ? (
            step('resume', 'resumption')
          ) : (
            <>
              <LinkButton href={`/office/providers/${provider.id}/edit`} kind="primary">
                {t('edit')}
              </LinkButton>
              {step('end', 'end')}
            </>
          ))
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel={t('notKnown')}
          items={[
            { term: t('fields.offers'), value: provider.offers, wide: true },
            { term: t('fields.contactName'), value: provider.contactName },
            {
              term: t('fields.phone'),
              value: provider.maskedPhone && (
                <MaskedValue
                  masked={provider.maskedPhone}
                  label={t('fields.phone')}
                  {...(holds(act.principal, 'people.contact') ? { revealUrl: `${action}/contact` } : {})}
                />
              ),
            },
            { term: t('fields.address'), value: provider.address },
            {
              term: t('fields.consent'),
              value: provider.consent
                ? t('consentSince', { day: format.dateTime(provider.consent.givenOn, 'day') })
                : t('noConsent'),
            },
            {
              term: t('fields.hoursText'),
              wide: true,
              value: provider.hoursText && (
                <>
                  {provider.hoursText}{' '}
                  {!provider.hoursClear && <Badge tone="warn">{t('hoursNotClear')}</Badge>}
                </>
              ),
            },
            { term: t('fields.longitude'), value: provider.longitude },
            { term: t('fields.latitude'), value: provider.latitude },
          ]}
        />
      </Panel>
      <ConsentPanel
        consents={consents}
        action={`${action}/consent`}
        hasPhone={provider.maskedPhone !== null}
        mayWrite={mayKeepProviderConsents(act.principal)}
        today={dayOf(act.now)}
      />
      <Panel title={history('title')}>
        <RecordTimeline happenings={happenings} namespace="providers" />
      </Panel>
    </div>
  )
}
