import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { IssueSteps } from '@/features/captains/materials/components/issue-steps'
import { findMovement, type MovementRow } from '@/features/captains/materials/queries'
import { materialKey } from '@/features/captains/materials/schema'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

export default async function MaterialPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('materials.read')
  const key = materialKey.safeParse(await params)
  const movement = key.success ? await findMovement(act, key.data.id) : null
  if (!movement) notFound()
  const t = await getTranslations('materials')
  const [mine, happenings] = await Promise.all([
    holds(act.principal, 'materials.write') ? findMovement(act, movement.id, 'materials.write') : null,
    timelineOf(act, 'material', movement.id),
  ])
  const { id, out, isSigned, consent } = movement
  const title = `${t(`kinds.${movement.kind}`)} · ${t(`moves.${movement.move}`)}`
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={title}
        crumbs={[{ label: t('title'), href: '/office/materials' }, { label: title }]}
        lead={
          out !== null && (
            <span className="flex flex-wrap gap-2">
              <Badge tone={isSigned ? 'good' : 'warn'}>{t(isSigned ? 'signedYes' : 'signedNo')}</Badge>
              <Badge>{t('outOf', { count: out })}</Badge>
            </span>
          )
        }
        actions={
          mine &&
          out !== null &&
          out > 0 && (
            <IssueSteps
              issue={{
                id,
                out,
                isSigned: isSigned === true,
                hasConsent: consent !== null && consent.withdrawnAt === null,
              }}
              today={dayOf(act.now)}
            />
          )
        }
      />
      <Panel>
        <Facts movement={movement} />
      </Panel>
      {out !== null && (
        <Panel title={t('afterwards')}>
          <Afterwards movement={movement} />
        </Panel>
      )}
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="materials" />
      </Panel>
    </div>
  )
}

async function Facts({ movement }: { movement: MovementRow }) {
  const t = await getTranslations('materials')
  const format = await getFormatter()
  const { consent, isNamed, person, door } = movement
  return (
    <DescriptionList
      emptyLabel={t('notKnown')}
      items={[
        { term: t('fields.kind'), value: t(`kinds.${movement.kind}`) },
        { term: t('fields.quantity'), value: String(movement.quantity) },
        { term: t('fields.day'), value: format.dateTime(movement.day, 'day') },
        { term: t('fields.community'), value: movement.community.name },
        ...(movement.move === 'issued'
          ? [
              { term: t('fields.person'), value: isNamed ? person?.name : t('hidden') },
              { term: t('fields.household'), value: isNamed ? door : t('hidden') },
            ]
          : []),
        ...(consent
          ? [
              {
                term: t('fields.consent'),
                value: consent.withdrawnAt
                  ? t('consentWithdrawn', { day: format.dateTime(consent.withdrawnAt, 'day') })
                  : t('consentOf', { day: format.dateTime(consent.givenOn, 'day') }),
              },
            ]
          : []),
        { term: t('fields.words'), value: movement.words },
        { term: t('fields.actor'), value: movement.actor },
      ]}
    />
  )
}

async function Afterwards({ movement }: { movement: MovementRow }) {
  const t = await getTranslations('materials')
  const format = await getFormatter()
  if (movement.after.length === 0) return <p className="text-sm text-ink-soft">{t('nothingAfter')}</p>
  return (
    <ul className="flex flex-col divide-y divide-line text-sm">
      {movement.after.map(({ id, move, quantity, day, words, actor }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 py-1.5">
          <span className="font-medium">
            {t(`moves.${move}`)} {quantity}
          </span>
          <span className="text-ink-soft">{format.dateTime(day, 'day')}</span>
          <span className="text-ink-soft">{[actor, words].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}
