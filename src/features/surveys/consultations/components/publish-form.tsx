'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Checkbox } from '@/ui/checkbox'
import { labelLook } from '@/ui/field-look'
import { Form } from '@/ui/form'
import { LinkButton } from '@/ui/link-button'
import { TextArea } from '@/ui/text-area'
import { PUBLIC_PARTS } from '../schema'

/** The words for all, and the parts that go with them. */
export function PublishForm({
  consultation,
}: {
  consultation: { id: string; version: number; publicWords: string | null; publicParts: readonly string[] }
}) {
  const t = useTranslations('consultations')
  const router = useRouter()
  const href = `/office/consultations/${consultation.id}`
  return (
    <Form
      action={`/api/v1/consultations/${consultation.id}/publication`}
      submit={t('publish')}
      body={(values) => ({
        publicWords: values.get('publicWords'),
        publicParts: values.getAll('publicParts'),
        version: consultation.version,
      })}
      onDone={() => {
        router.push(href as Route)
        router.refresh()
      }}
      more={<LinkButton href={href}>{t('cancel')}</LinkButton>}
    >
      <TextArea
        name="publicWords"
        label={t('fields.publicWords')}
        defaultValue={consultation.publicWords ?? ''}
        isRequired
        maxLength={2000}
      />
      <fieldset data-field="publicParts">
        <legend className={labelLook}>{t('fields.publicParts')}</legend>
        {PUBLIC_PARTS.map((part) => (
          <Checkbox
            key={part}
            name="publicParts"
            value={part}
            defaultSelected={consultation.publicParts.includes(part)}
          >
            {t(`publicParts.${part}`)}
          </Checkbox>
        ))}
      </fieldset>
    </Form>
  )
}
