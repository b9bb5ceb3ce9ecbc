import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { findParty, type PartyDetail } from '@/features/parties/organisations/detail/queries'
import { levelBelow } from '@/features/parties/organisations/rules'
import { partyKey } from '@/features/parties/organisations/schema'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { pageAct } from '@/server/page'
import { holds, type Principal } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { LinkButton } from '@/ui/link-button'
import { MaskedValue } from '@/ui/masked-value'
import { NestedList } from '@/ui/nested-list'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

const PATH = '/office/parties'

export default async function PartyPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('parties.read')
  const key = partyKey.safeParse(await params)
  const party = key.success ? await findParty(act, key.data.id) : null
  if (!party) notFound()
  const t = await getTranslations('parties')
  const history = await getTranslations('timeline')
  const format = await getFormatter()
  const happenings = await timelineOf(act, 'party', party.id)
  const { parent, leader, community, electedOn, termEndsOn } = party
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={party.name}
        crumbs={[{ label: t('title'), href: PATH }, { label: party.name }]}
        lead={
          <span className="flex flex-wrap gap-2">
            <Badge>{t(`levels.${party.level}`)}</Badge>
            {!leader && <Badge tone="bad">{t('vacant')}</Badge>}
            {party.overdue && <Badge tone="warn">{t('overdue')}</Badge>}
            {party.endedAt && <Badge tone="warn">{t('ended')}</Badge>}
          </span>
        }
        actions={holds(act.principal, 'parties.write') && <Actions party={party} />}
      />
      <Panel>
        <DescriptionList
          emptyLabel={t('notKnown')}
          items={[
            { term: t('fields.leader'), value: leader?.name },
            ...(leader ? await leaderItems(act.principal, leader) : []),
            { term: t('fields.electedOn'), value: electedOn && format.dateTime(electedOn, 'day') },
            { term: t('fields.termEndsOn'), value: termEndsOn && format.dateTime(termEndsOn, 'day') },
            {
              term: t('fields.parent'),
              value:
                parent &&
                (party.parentInScope ? (
                  <TextLink href={`${PATH}/${parent.id}`}>{parent.name}</TextLink>
                ) : (
                  parent.name
                )),
            },
            { term: t('fields.community'), value: community?.name },
            { term: t('fields.grid'), value: party.grid?.name },
          ]}
        />
      </Panel>
      <Below party={party} mayWrite={holds(act.principal, 'parties.write')} />
      <Panel title={history('title')}>
        <RecordTimeline happenings={happenings} namespace="parties" />
      </Panel>
    </div>
  )
}

async function Actions({ party }: { party: PartyDetail }) {
  const t = await getTranslations('parties')
  const below = levelBelow(party.level)
  const isEmpty = party.children.length + party.centreHouseholds.length === 0
  const step = (name: 'end' | 'resume', path: string) => (
    <ActionButton
      trigger={t(name)}
      title={t(`${name}Title`)}
      why={t(`${name}Why`)}
      confirm={t(name)}
      danger={name === 'end'}
      action={`/api/v1/parties/${party.id}/${path}`}
      body={{ version: party.version }}
    />
  )
  if (party.endedAt) return step('resume', 'resumption')
  return (
    <>
      <LinkButton href={`${PATH}/${party.id}/edit`} kind="primary">
        {t('edit')}
      </LinkButton>
      <LinkButton
        href={below ? `${PATH}/new?parent=${party.id}` : `${PATH}/${party.id}/centre-households/new`}
        icon="plus"
      >
        {below ? t('addLevel', { level: t(`levels.${below}`) }) : t('addHousehold')}
      </LinkButton>
      {isEmpty && step('end', 'end')}
    </>
  )
}

/** The leader's number and standing, each behind a permission of its own and a reason. */
async function leaderItems(principal: Principal, leader: NonNullable<PartyDetail['leader']>) {
  const t = await getTranslations('parties')
  const address = `/api/v1/people/${leader.id}`
  const mayCall = holds(principal, 'people.contact')
  return [
    {
      term: t('fields.leaderPhone'),
      value: leader.maskedPhone && (
        <MaskedValue
          masked={leader.maskedPhone}
          label={t('fields.leaderPhone')}
          {...(mayCall ? { revealUrl: `${address}/contact` } : {})}
        />
      ),
    },
    ...(holds(principal, 'people.membership')
      ? [
          {
            term: t('fields.membership'),
            value: (
              <MaskedValue
                masked="＊＊＊"
                label={t('fields.membership')}
                revealUrl={`${address}/membership`}
              />
            ),
          },
        ]
      : []),
  ]
}

/** What stands directly under the organisation: the next level, or a group's centre households. */
async function Below({ party, mayWrite }: { party: PartyDetail; mayWrite: boolean }) {
  const t = await getTranslations('parties')
  const below = levelBelow(party.level)
  if (below) {
    return (
      <Panel title={t('below', { level: t(`levels.${below}`), count: party.children.length })}>
        {party.children.length === 0 ? (
          <p className="text-sm text-ink-faint">{t('nothingBelow')}</p>
        ) : (
          <NestedList
            nodes={party.children.map(({ id, name, leader, overdue }) => ({
              id,
              label: name,
              href: `${PATH}/${id}`,
              ...(leader ? { detail: leader.name } : {}),
              ...(leader && !overdue
                ? {}
                : {
                    mark: leader
                      ? { label: t('overdue'), tone: 'warn' as const }
                      : { label: t('vacant'), tone: 'bad' as const },
                  }),
            }))}
          />
        )}
      </Panel>
    )
  }
  const households = party.centreHouseholds
  return (
    <Panel title={t('below', { level: t('levels.centre_household'), count: households.length })}>
      {households.length === 0 ? (
        <p className="text-sm text-ink-faint">{t('nothingBelow')}</p>
      ) : (
        <ul className="flex flex-col">
          {households.map(({ id, name, version, building }) => (
            <li
              key={id}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1 text-sm last:border-b-0"
            >
              <span className="min-w-0 flex-1">
                {mayWrite ? (
                  <TextLink href={`${PATH}/centre-households/${id}/edit`}>{name}</TextLink>
                ) : (
                  <span className="font-medium">{name}</span>
                )}{' '}
                {building && (
                  <span className="text-ink-soft">
                    {building.compound.name} {building.name}
                  </span>
                )}
              </span>
              {mayWrite && (
                <ActionButton
                  trigger={t('endHousehold')}
                  triggerKind="quiet"
                  title={t('endHouseholdTitle')}
                  why={`${name} · ${t('endHouseholdWhy')}`}
                  confirm={t('endHousehold')}
                  danger
                  action={`/api/v1/centre-households/${id}/end`}
                  body={{ version }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
