'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Checkbox } from '@/ui/checkbox'
import { Form } from '@/ui/form'
import { LinkButton } from '@/ui/link-button'
import { type Option, Select } from '@/ui/select'
import { TextField } from '@/ui/text-field'
import { MovePreview } from './move-preview'

export type MovableCompound = {
  id: string
  name: string
  version: number
  community: string
  households: number
  zoneId: string | null
}

const NO_ZONE = 'none'

/** Chooses compounds and the zone they go to, and shows what that does to the zones' households before it is done. */
export function MoveForm({
  compounds,
  zones,
  from,
}: {
  compounds: readonly MovableCompound[]
  zones: readonly Option[]
  from?: string
}) {
  const t = useTranslations('zones')
  const router = useRouter()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [to, setTo] = useState<string>()
  const [typed, setTyped] = useState('')
  const [shownZone, setShownZone] = useState(from ?? 'all')
  const nameOf = (zoneId: string | null) =>
    zones.find(({ value }) => value === zoneId)?.label ?? t('withoutZone')
  const target = to === NO_ZONE ? null : to
  const shown = compounds.filter(
    ({ id, name, community, zoneId }) =>
      chosen.has(id) ||
      ((shownZone === 'all' || (zoneId ?? NO_ZONE) === shownZone) &&
        `${name}${community}`.includes(typed.trim())),
  )
  const toggle = (id: string, selected: boolean) => {
    const next = new Set(chosen)
    if (selected) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const withNone = [...zones, { value: NO_ZONE, label: t('withoutZone') }]
  return (
    <Form
      action="/api/v1/zones/moves"
      submit={t('moveChosen', { count: chosen.size })}
      body={() => ({
        zoneId: target,
        compounds: compounds.filter(({ id }) => chosen.has(id)).map(({ id, version }) => ({ id, version })),
      })}
      onDone={() => {
        router.push('/office/zones')
        router.refresh()
      }}
      more={<LinkButton href="/office/zones">{t('cancel')}</LinkButton>}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t('shownZone')}
          options={[{ value: 'all', label: t('allZones') }, ...withNone]}
          value={shownZone}
          onChange={setShownZone}
        />
        <TextField label={t('findCompound')} value={typed} onChange={setTyped} />
      </div>
      <fieldset
        data-field="compounds"
        className="relative max-h-96 overflow-y-auto rounded-lg border border-line bg-surface px-3 py-2"
      >
        <legend className="px-1 text-sm font-medium">{t('chooseCompounds')}</legend>
        {shown.length === 0 && <p className="text-sm text-ink-faint">{t('noneShown')}</p>}
        <div className="grid sm:grid-cols-2">
          {shown.map(({ id, name, households, zoneId }) => (
            <Checkbox
              key={id}
              isSelected={chosen.has(id)}
              onChange={(selected) => toggle(id, selected)}
              description={`${nameOf(zoneId)} · ${t('householdsOf', { count: households })}`}
            >
              {name}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <Select
        name="zoneId"
        label={t('moveTo')}
        options={withNone}
        isRequired
        {...(to ? { value: to } : {})}
        onChange={setTo}
      />
      <MovePreview
        compounds={compounds}
        chosen={chosen}
        {...(target === undefined ? {} : { to: target })}
        nameOf={nameOf}
      />
    </Form>
  )
}
