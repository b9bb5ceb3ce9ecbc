'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { LinkButton } from '@/ui/link-button'
import { Panel } from '@/ui/panel'
import { PlainSelect } from '@/ui/plain-field'
import type { Option } from '@/ui/select'
import { send } from '@/ui/send'

export type MappingColumn = {
  letter: string
  heading: string
  key: string
  field: string | null
  state: 'mapped' | 'ignored' | 'left-out' | 'sensitive' | 'unknown'
  samples: string[]
}

export type SheetMappingProps = {
  importId: string
  version: number
  file: string
  sheet: string
  kind: string | null
  columns: readonly MappingColumn[]
  kinds: readonly (Option & { fields: readonly Option[]; needed: readonly string[] })[]
}

const LEFT_OUT = '-'
const UNKNOWN = '?'

const chosenFor = ({ field, state }: MappingColumn): string =>
  field ?? (state === 'unknown' ? UNKNOWN : LEFT_OUT)

/** What one sheet holds and what its columns are, for a person to put right. */
export function SheetMapping({
  importId,
  version,
  file,
  sheet,
  columns,
  kinds,
  ...props
}: SheetMappingProps) {
  const t = useTranslations('imports.mapping')
  const router = useRouter()
  const back = `/office/imports/${importId}`
  const [kind, setKind] = useState(props.kind ?? LEFT_OUT)
  const [choices, setChoices] = useState<Record<string, string>>({})
  const [pending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const known = kinds.find(({ value }) => value === kind)

  const save = async () => {
    setPending(true)
    const chosen = Object.entries(choices)
      .filter(([, field]) => field !== UNKNOWN)
      .map(([key, field]) => ({ key, field: field === LEFT_OUT ? '' : field }))
    const answer = await send(`/api/v1/imports/${importId}/mapping`, 'POST', {
      version,
      sheets: [{ file, sheet, kind: known ? kind : null, columns: known ? chosen : [] }],
    })
    if (answer.ok) return router.push(back as Route)
    setPending(false)
    setTrouble(answer.message ?? String(answer.status))
  }

  return (
    <div className="flex flex-col gap-4">
      {trouble && (
        <Alert tone="bad" announce>
          {trouble}
        </Alert>
      )}
      <Panel>
        <div className="sm:max-w-sm">
          <PlainSelect
            name="kind"
            label={t('kind')}
            options={[...kinds, { value: LEFT_OUT, label: t('leaveOut') }]}
            value={kind}
            onChange={({ target }) => {
              setKind(target.value)
              setChoices({})
            }}
          />
        </div>
        {known && (
          <p className="text-sm text-ink-soft">
            {t('needed', {
              fields: known.needed
                .map((field) => known.fields.find(({ value }) => value === field)?.label ?? field)
                .join('、'),
            })}
          </p>
        )}
        {known && kind !== props.kind && props.kind !== null && <Alert>{t('kindChanged')}</Alert>}
        {known && (
          <ul className="grid grid-cols-1 gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
            {columns.map((column) =>
              column.state === 'sensitive' ? (
                <li key={column.letter} className="flex flex-col gap-1 text-sm">
                  <span className="font-medium">
                    {t('column', { letter: column.letter, heading: column.heading })}
                  </span>
                  <span className="text-ink-soft">{t('sensitive')}</span>
                </li>
              ) : (
                <li key={column.letter}>
                  <PlainSelect
                    name={`column-${column.letter}`}
                    label={t('column', { letter: column.letter, heading: column.heading })}
                    description={
                      column.samples.length > 0
                        ? t('samples', { samples: column.samples.join('，') })
                        : t('noSamples')
                    }
                    options={[
                      { value: UNKNOWN, label: t('unknown') },
                      { value: LEFT_OUT, label: t('ignore') },
                      ...known.fields,
                    ]}
                    value={choices[column.key] ?? (kind === props.kind ? chosenFor(column) : UNKNOWN)}
                    onChange={({ target }) => setChoices({ ...choices, [column.key]: target.value })}
                  />
                </li>
              ),
            )}
          </ul>
        )}
      </Panel>
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" isPending={pending} onPress={save}>
          {t('save')}
        </Button>
        <LinkButton href={back}>{t('back')}</LinkButton>
      </div>
    </div>
  )
}
