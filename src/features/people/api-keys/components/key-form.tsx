'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/ui/alert'
import { Checkbox } from '@/ui/checkbox'
import { CopyButton } from '@/ui/copy-button'
import { DateField } from '@/ui/date-field'
import { Form } from '@/ui/form'
import { LinkButton } from '@/ui/link-button'
import { type Option, Select } from '@/ui/select'
import { TextField } from '@/ui/text-field'

const LIST = '/office/api-keys'
const STREET = 'street'

/** Asks what the other system is called and may do; then shows its key, this once. */
export function KeyForm({ communities }: { communities: readonly Option[] }) {
  const t = useTranslations('api-keys')
  const [made, setMade] = useState<string | null>(null)
  if (made !== null)
    return (
      <section aria-label={t('title')} className="flex max-w-3xl flex-col gap-3">
        <Alert tone="warn" announce>
          {t('once')}
        </Alert>
        <p data-key className="rounded-md bg-sunken p-3 font-mono text-sm break-all">
          {made}
        </p>
        <p className="text-sm break-words">{t('howTo')}</p>
        <div className="flex flex-wrap gap-2">
          <CopyButton text={made} label={t('copy')} copiedLabel={t('copied')} />
          <LinkButton href={LIST}>{t('done')}</LinkButton>
        </div>
      </section>
    )
  return (
    <Form
      action="/api/v1/api-keys"
      submit={t('add')}
      body={(values) => ({
        name: values.get('name'),
        communityId: values.get('communityId') === STREET ? null : values.get('communityId'),
        endsOn: values.get('endsOn') || null,
        report: values.has('report'),
        read: values.has('read'),
        places: values.has('places'),
      })}
      onDone={(answer) => setMade((answer as { key: string }).key)}
      more={<LinkButton href={LIST}>{t('cancel')}</LinkButton>}
    >
      <TextField name="name" label={t('fields.name')} isRequired maxLength={40} />
      <Select
        name="communityId"
        label={t('fields.community')}
        defaultValue={STREET}
        options={[{ value: STREET, label: t('wholeStreet') }, ...communities]}
      />
      <fieldset className="flex flex-col gap-1">
        <legend className="font-medium">{t('fields.scopes')}</legend>
        <Checkbox name="report" defaultSelected>
          {t('scopes.requests_report')}
        </Checkbox>
        <Checkbox name="read">{t('scopes.requests_read')}</Checkbox>
        <Checkbox name="places">{t('scopes.places_read')}</Checkbox>
      </fieldset>
      <DateField name="endsOn" label={t('fields.endsOn')} />
    </Form>
  )
}
