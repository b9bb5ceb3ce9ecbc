'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { uuidv4 } from '@/core/identifier'
import { RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'
import { ABOUTS, MATTERS } from '../../schema'

const NONE = 'none'

export type SlipFormProps = {
  boxId: string
  rounds: readonly Option[]
  /** Of a compound's box: the buildings that a slip may name. */
  buildings: readonly Option[]
}

/** A slip from a box of tin, typed in without a name. Its id is made here, so that what is sent twice is one slip. */
export function SlipForm({ boxId, rounds, buildings }: SlipFormProps) {
  const [id] = useState(uuidv4)
  const t = useTranslations('opinion-boxes')
  const words = useTranslations('opinions')
  return (
    <RecordForm
      action="/api/v1/opinion-slips"
      method="POST"
      also={{ id }}
      submit={t('slip')}
      cancel={{ label: t('cancel'), href: '/office/opinion-boxes' }}
      doneHref={`/office/opinion-boxes/${boxId}`}
      fields={[
        {
          kind: 'select',
          name: 'roundId',
          label: t('fields.roundId'),
          required: true,
          options: rounds,
          value: rounds[0]?.value ?? null,
        },
        ...(buildings.length === 0
          ? []
          : [
              {
                kind: 'optional-select' as const,
                name: 'buildingId',
                label: t('fields.named'),
                none: { value: NONE, label: t('noneNamed') },
                options: buildings,
                value: NONE,
              },
            ]),
        {
          kind: 'select',
          name: 'about',
          label: t('fields.about'),
          required: true,
          options: ABOUTS.map((value) => ({ value, label: words(`abouts.${value}`) })),
          value: 'nobody',
        },
        {
          kind: 'optional-select',
          name: 'matter',
          label: t('fields.matter'),
          none: { value: NONE, label: t('noMatter') },
          options: MATTERS.map((value) => ({ value, label: words(`matters.${value}`) })),
          value: NONE,
        },
        { kind: 'paragraph', name: 'words', label: t('fields.words'), required: true, maxLength: 2_000 },
      ]}
    />
  )
}
