'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { instantWritten } from '@/core/instants'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Form } from '@/ui/form'
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
  /** Open requests near by, into which this one can be merged. */
  parents: readonly Option[]
}

/** The steps that are open to the reader, each asking for what it needs before it is made. */
export function MoveButtons({ requestId, version, moves, workers, parents }: MoveButtonsProps) {
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
            <MoveFields move={move} workers={workers} parents={parents} />
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
  const { until, ...rest } = Object.fromEntries(filled) as Record<string, string>
  return { move, version, ...rest, ...(until ? { until: instantWritten(until) } : {}) }
}

function MoveFields({
  move,
  workers,
  parents,
}: {
  move: Move
  workers: readonly Option[]
  parents: readonly Option[]
}) {
  const t = useTranslations('requests')
  const { needs = [], isPublic } = transitionOf(move)
  const mustSay = needs.includes('reason') || needs.includes('result')
  return (
    <>
      {needs.includes('worker') && (
        <Select name="workerId" label={t('fields.worker')} options={workers} isRequired />
      )}
      {needs.includes('parent') && (
        <Select name="parentId" label={t('fields.parent')} options={parents} isRequired />
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
      <TextArea
        name="words"
        label={mustSay ? t('fields.reason') : t('fields.remark')}
        description={isPublic ? t('publicHint') : t('staffHint')}
        isRequired={mustSay}
        maxLength={1000}
      />
    </>
  )
}
