'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/ui/alert'
import { Form } from '@/ui/form'
import { LinkButton } from '@/ui/link-button'
import { SearchSeveral } from '@/ui/search-several'
import { Select } from '@/ui/select'
import { METHODS } from '../schema'

/** Issues a campaign to the households of places, and says how many got one. */
export function IssueForm({ surveyId }: { surveyId: string }) {
  const t = useTranslations('surveys')
  const router = useRouter()
  const [done, setDone] = useState<{ issued: number; already: number } | null>(null)
  const [round, setRound] = useState(0)
  return (
    <div className="flex flex-col gap-4">
      <div role="status">{done && <Alert tone="good">{t('issuing.done', done)}</Alert>}</div>
      <Form
        key={round}
        action={`/api/v1/surveys/${surveyId}/issues`}
        submit={t('issuing.submit')}
        body={(values) => ({ places: values.getAll('places'), method: values.get('method') })}
        onDone={(answer) => {
          setDone(answer as { issued: number; already: number })
          setRound((before) => before + 1)
          router.refresh()
        }}
        more={<LinkButton href={`/office/surveys/${surveyId}`}>{t('issuing.back')}</LinkButton>}
      >
        <SearchSeveral
          name="places"
          label={t('issuing.places')}
          searchLabel={t('issuing.find')}
          placeholder={t('issuing.findExample')}
          searchUrl="/api/v1/surveys/places"
          isRequired
        />
        <Select
          name="method"
          label={t('issuing.method')}
          description={t('issuing.methodHint')}
          defaultValue="visit"
          options={METHODS.map((value) => ({ value, label: t(`methods.${value}`) }))}
          isRequired
        />
      </Form>
    </div>
  )
}
