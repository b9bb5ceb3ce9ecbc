'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Form } from '@/ui/form'
import { LinkButton } from '@/ui/link-button'
import { NumberField } from '@/ui/number-field'
import { TextField } from '@/ui/text-field'

type Sheet = {
  cast: number | null
  valid: number | null
  invalid: number | null
  forNobody: number | null
  countedBy: string | null
}
type Counted = Sheet & {
  id: string
  version: number
  entitled: number | null
  nominees: readonly { id: string; name: string; votes: number | null }[]
}

const numberIn = (values: FormData, name: string): number | undefined => {
  const text = String(values.get(name) ?? '').trim()
  return text === '' ? undefined : Number(text)
}

/** The count sheet as it is read off the ballots; what does not add up is said at its field. */
export function CountForm({ election }: { election: Counted }) {
  const t = useTranslations('elections')
  const router = useRouter()
  const page = `/office/elections/${election.id}`
  const total = (name: 'cast' | 'valid' | 'invalid' | 'forNobody') => (
    <NumberField
      name={name}
      label={t(`fields.${name}`)}
      isRequired
      minValue={0}
      {...(name === 'cast' && election.entitled !== null
        ? { description: t('entitledRule', { count: election.entitled }) }
        : {})}
      {...(election[name] === null ? {} : { defaultValue: election[name] })}
    />
  )
  return (
    <Form
      action={`/api/v1/elections/${election.id}/count`}
      submit={t('save')}
      body={(values) => ({
        cast: numberIn(values, 'cast'),
        valid: numberIn(values, 'valid'),
        invalid: numberIn(values, 'invalid'),
        forNobody: numberIn(values, 'forNobody'),
        countedBy: values.get('countedBy') || undefined,
        votes: Object.fromEntries(election.nominees.map(({ id }) => [id, numberIn(values, `votes.${id}`)])),
        version: election.version,
      })}
      onDone={() => {
        router.push(page as Route)
        router.refresh()
      }}
      more={<LinkButton href={page}>{t('cancel')}</LinkButton>}
    >
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        {total('cast')}
        {total('valid')}
        {total('invalid')}
        {election.nominees.map(({ id, name, votes }) => (
          <NumberField
            key={id}
            name={`votes.${id}`}
            label={`${name} · ${t('fields.votes')}`}
            isRequired
            minValue={0}
            {...(votes === null ? {} : { defaultValue: votes })}
          />
        ))}
        {total('forNobody')}
        <TextField
          name="countedBy"
          label={t('fields.countedBy')}
          isRequired
          maxLength={60}
          defaultValue={election.countedBy ?? ''}
        />
      </div>
    </Form>
  )
}
