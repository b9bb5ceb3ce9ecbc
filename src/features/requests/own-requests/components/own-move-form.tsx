'use client'

import { useTranslations } from 'next-intl'
import { type RecordField, RecordForm } from '@/ui/record-form'

const STARS = ['overall', 'speed', 'manner'] as const

type OwnMove =
  | 'withdraw'
  | 'answer'
  | 'rate-satisfied'
  | 'rate-not-satisfied'
  | 'ask-reopening'
  | 'look-again'

/** One step that the resident may make, opened when it is wanted. */
export function OwnMoveForm({
  requestId,
  move,
  needsWords,
}: {
  requestId: string
  move: OwnMove
  needsWords: boolean
}) {
  const t = useTranslations('track')
  const ui = useTranslations('ui')
  const title = t(`moves.${move}`)
  const stars = move.startsWith('rate')
    ? STARS.map(
        (name): RecordField => ({
          kind: 'number',
          name,
          label: t(name),
          min: 1,
          max: 5,
          keepsWhenEmpty: true,
        }),
      )
    : []
  return (
    <details className="rounded-lg border border-line bg-surface px-4 py-2">
      <summary className="flex min-h-control cursor-pointer items-center font-semibold text-link">
        {title}
      </summary>
      <div className="pb-3">
        <RecordForm
          action={`/api/v1/own-requests/${requestId}/moves`}
          method="POST"
          also={{ move }}
          fields={[
            ...stars,
            {
              kind: 'paragraph',
              name: 'words',
              label: t(needsWords ? 'words' : 'wordsOptional'),
              required: needsWords,
              keepsWhenEmpty: true,
            },
          ]}
          submit={title}
          cancel={{ label: ui('cancel'), href: `/my/requests/${requestId}` }}
          doneHref={`/my/requests/${requestId}`}
        />
      </div>
    </details>
  )
}
