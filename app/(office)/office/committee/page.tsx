import { getFormatter, getTranslations } from 'next-intl/server'
import { committeeOptions, listCommittees } from '@/features/logbook/mediations/seats/queries'
import { communityOptions } from '@/features/places/communities/queries'
import { pageAct } from '@/server/page'
import { dateOf } from '@/server/term'
import { ActionButton } from '@/ui/action-button'
import { EmptyState } from '@/ui/empty-state'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

/** To whom mediations are handed over, community by community. */
export default async function CommitteePage() {
  const act = await pageAct('mediations.committee')
  const [t, format, members, communities] = await Promise.all([
    getTranslations('mediations'),
    getFormatter(),
    listCommittees(act),
    communityOptions(act, 'mediations.committee'),
  ])
  const choices = await Promise.all(communities.map(({ value }) => committeeOptions(act, value)))
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={t('committeeTitle')} lead={t('committeeLead')} />
      {communities.map(({ value: communityId, label }, place) => {
        const mine = members.filter(({ community }) => community.id === communityId)
        const options = (choices[place] ?? []).map(({ id, name, post }) => ({
          value: id,
          label: `${name} · ${t(`offices.${post}`)}`,
        }))
        return (
          <Panel
            key={communityId}
            title={label}
            actions={
              options.length > 0 && (
                <ActionButton
                  trigger={t('committeeAdd')}
                  triggerKind="primary"
                  title={`${label} · ${t('committeeAdd')}`}
                  why={t('committeeLead')}
                  confirm={t('committeeAdd')}
                  action="/api/v1/committee-members"
                  body={{ communityId }}
                  asks={[
                    { type: 'choice', name: 'accountId', label: t('fields.member'), required: true, options },
                  ]}
                />
              )
            }
          >
            {mine.length === 0 ? (
              <EmptyState
                title={t('committeeEmpty')}
                why={t(options.length > 0 ? 'committeeEmptyWhy' : 'committeeNobody')}
              />
            ) : (
              <ul className="flex flex-col divide-y divide-line">
                {mine.map(({ id, name, startsOn }) => (
                  <li key={id} className="flex flex-wrap items-center gap-3 py-2">
                    <span className="font-medium">{name}</span>
                    <span className="text-ink-soft">
                      {t('fields.since')} {format.dateTime(dateOf(startsOn), 'day')}
                    </span>
                    <span className="ms-auto">
                      <ActionButton
                        trigger={t('committeeEnd')}
                        title={`${name} · ${t('committeeEnd')}`}
                        why={t('committeeEndWhy')}
                        confirm={t('committeeEnd')}
                        action={`/api/v1/committee-members/${id}/end`}
                        body={{}}
                      />
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
        )
      })}
    </div>
  )
}
