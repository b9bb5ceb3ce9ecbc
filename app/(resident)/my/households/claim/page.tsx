import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { id as idField } from '@/core/fields'
import { buildingsToClaim, doorsToClaim } from '@/features/people/own-households/queries'
import { findPublicCompounds } from '@/features/places/public/queries'
import { pageAct } from '@/server/page'
import { EmptyState } from '@/ui/empty-state'
import type { PageQuery } from '@/ui/page-address'
import { PlainButton } from '@/ui/plain-button'
import { PlainField } from '@/ui/plain-field'
import { RecordForm } from '@/ui/record-form'
import { PageHeading } from '../../page-heading'

const PATH = '/my/households/claim'

const idIn = (value: PageQuery[string]): string | null => idField().safeParse(value).data ?? null

/** Compound, building, door: one step after the other, each a list to tap. */
export default async function ClaimPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('residents.own')
  const t = await getTranslations('my')
  const { q, compound, building } = await searchParams
  const compoundId = idIn(compound)
  const buildingId = idIn(building)
  if (compoundId && buildingId) {
    const doors = await doorsToClaim(act, buildingId)
    return (
      <div className="flex flex-col gap-5">
        <PageHeading title={t('claimTitle')} lead={t('claimDoor')} />
        {doors.length === 0 ? (
          <EmptyState title={t('noDoors')} why={t('noDoorsWhy')} icon="building" />
        ) : (
          <RecordForm
            action="/api/v1/own-households"
            method="POST"
            fields={[
              {
                kind: 'select',
                name: 'householdId',
                label: t('door'),
                required: true,
                options: doors.map(({ id, room, stairwell }) => ({
                  value: id,
                  label: `${stairwell.name} ${room}`,
                })),
              },
              {
                kind: 'text',
                name: 'name',
                label: t('name'),
                description: t('nameWhy'),
                required: true,
                maxLength: 40,
              },
              { kind: 'checkbox', name: 'agree', label: t('agree') },
            ]}
            submit={t('claimSend')}
            cancel={{ label: t('back'), href: `${PATH}?compound=${compoundId}` }}
            doneHref="/my/households"
          />
        )}
      </div>
    )
  }
  if (compoundId) {
    const buildings = await buildingsToClaim(act, compoundId)
    return (
      <div className="flex flex-col gap-5">
        <PageHeading title={t('claimTitle')} lead={t('claimBuilding')} />
        {buildings.length === 0 ? (
          <EmptyState title={t('noDoors')} why={t('noDoorsWhy')} icon="building" />
        ) : (
          <Choices
            rows={buildings.map(({ id, name }) => ({
              href: `${PATH}?compound=${compoundId}&building=${id}`,
              label: name,
            }))}
          />
        )}
      </div>
    )
  }
  const typed = typeof q === 'string' ? q.trim().slice(0, 60) : ''
  const found = typed === '' ? null : await findPublicCompounds(act.principal.streetId, typed)
  return (
    <div className="flex flex-col gap-5">
      <PageHeading title={t('claimTitle')} lead={t('claimCompound')} />
      <form method="get" action={PATH} className="flex flex-col gap-3">
        <PlainField
          name="q"
          label={t('compound')}
          description={t('compoundExample')}
          defaultValue={typed}
          maxLength={60}
        />
        <PlainButton kind="primary" size="wide" icon="search">
          {t('find')}
        </PlainButton>
      </form>
      {found &&
        (found.length === 0 ? (
          <EmptyState title={t('noCompound')} why={t('noCompoundWhy')} icon="search" />
        ) : (
          <Choices
            rows={found.map(({ id, name, community }) => ({
              href: `${PATH}?compound=${id}`,
              label: name,
              detail: community.name,
            }))}
          />
        ))}
    </div>
  )
}

function Choices({ rows }: { rows: readonly { href: string; label: string; detail?: string }[] }) {
  return (
    <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
      {rows.map(({ href, label, detail }) => (
        <li key={href}>
          <Link
            href={href as Route}
            prefetch={false}
            className="flex min-h-14 flex-wrap items-center justify-between gap-x-3 px-4 py-2 text-lg"
          >
            <span className="font-semibold">{label}</span>
            {detail && <span className="text-base text-ink-soft">{detail}</span>}
          </Link>
        </li>
      ))}
    </ul>
  )
}
