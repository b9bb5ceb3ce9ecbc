'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { instantWritten } from '@/core/instants'
import { Button } from '@/ui/button'
import { ComboBox } from '@/ui/combo-box'
import { Dialog } from '@/ui/dialog'
import { Form } from '@/ui/form'
import { PhotoUpload } from '@/ui/photo-upload'
import { type Option, Select } from '@/ui/select'
import { TextArea } from '@/ui/text-area'
import { TextField } from '@/ui/text-field'
import { type Move, transitionOf } from '../rules'
import { OUTCOMES } from '../schema'

export type MoveButtonsProps = {
  requestId: string
  version: number
  moves: readonly Move[]
  /** Whom it can be given to, best first, with the reasons in words. */
  workers: readonly Option[]
  /** Words that the office has ready for this request as it stands, in the reader's language. */
  templates: readonly { id: string; name: string; words: string }[]
}

/** The steps that are open to the reader, each asking for what it needs before it is made. */
export function MoveButtons({ requestId, version, moves, workers, templates }: MoveButtonsProps) {
  const t = useTranslations('requests')
  const router = useRouter()
  const [move, setMove] = useState<Move>()
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {moves.map((one, place) => (
          <Button key={one} kind={place === 0 ? 'primary' : 'secondary'} onPress={() => setMove(one)}>
            {t(`moves.${one}`)}
          </Button>
        ))}
      </div>
      <Dialog
        title={move ? t(`moves.${move}`) : ''}
        isOpen={move !== undefined}
        onOpenChange={(isOpen) => !isOpen && setMove(undefined)}
      >
        {move && (
          <Form
            action={`/api/v1/requests/${requestId}/moves`}
            submit={t(`moves.${move}`)}
            body={(values) => bodyOf(move, version, values)}
            onDone={() => {
              setMove(undefined)
              router.refresh()
            }}
          >
            <MoveFields requestId={requestId} move={move} workers={workers} templates={templates} />
          </Form>
        )}
      </Dialog>
    </>
  )
}

function bodyOf(move: Move, version: number, values: FormData): Record<string, unknown> {
  const filled = [...values].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [],
  )
  const { until, photoIds: _, ...rest } = Object.fromEntries(filled) as Record<string, string>
  const photos = TAKES_PHOTOS.includes(move) ? { photoIds: values.getAll('photoIds') } : {}
  return { move, version, ...rest, ...photos, ...(until ? { until: instantWritten(until) } : {}) }
}

const TAKES_PHOTOS: readonly Move[] = ['finish', 'outside-result', 'pass', 'send-back']
const MOST_PHOTOS = 6

function MoveFields({
  requestId,
  move,
  workers,
  templates,
}: { move: Move } & Pick<MoveButtonsProps, 'requestId' | 'workers' | 'templates'>) {
  const t = useTranslations('requests')
  const [words, setWords] = useState('')
  const { needs = [], isPublic } = transitionOf(move)
  const mustSay = needs.includes('reason') || needs.includes('result')
  return (
    <>
      {needs.includes('worker') && (
        <Select name="workerId" label={t('fields.worker')} options={workers} isRequired />
      )}
      {needs.includes('parent') && (
        <ComboBox
          name="parentId"
          label={t('fields.parent')}
          description={t('parentHint')}
          searchUrl={`/api/v1/requests/${requestId}/parents`}
          isRequired
        />
      )}
      {needs.includes('until') && (
        <TextField name="until" type={'datetime-local' as 'text'} label={t('fields.until')} isRequired />
      )}
      {move === 'hand-over' && <TextField name="body" label={t('fields.body')} isRequired maxLength={100} />}
      {needs.includes('result') && (
        <Select
          name="outcome"
          label={t('fields.outcome')}
          options={OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
          defaultValue="solved"
          isRequired
        />
      )}
      {templates.length > 0 && (
        <Select
          label={t('template')}
          options={templates.map(({ id, name, words: ready }) => ({
            value: id,
            label: name,
            description: ready,
          }))}
          onChange={(chosen) => setWords(templates.find(({ id }) => id === chosen)?.words ?? words)}
        />
      )}
      <TextArea
        name="words"
        value={words}
        onChange={setWords}
        label={mustSay ? t('fields.reason') : t('fields.remark')}
        description={isPublic ? t('publicHint') : t('staffHint')}
        isRequired={mustSay}
        maxLength={1000}
      />
      {TAKES_PHOTOS.includes(move) && (
        <PhotoUpload name="photoIds" label={t('photos')} action="/api/v1/request-photos" most={MOST_PHOTOS} />
      )}
    </>
  )
}
