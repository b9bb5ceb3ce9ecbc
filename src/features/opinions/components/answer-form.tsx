'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Form } from '@/ui/form'
import { TextArea } from '@/ui/text-area'

/** The answer for the receipt, and what everybody may read of the opinion. */
export function AnswerForm({
  opinion,
}: {
  opinion: { id: string; version: number; answer: string | null; published: string | null }
}) {
  const t = useTranslations('opinions')
  const router = useRouter()
  return (
    <Form
      action={`/api/v1/opinions/${opinion.id}/answer`}
      submit={t('answer')}
      body={(values) => ({
        answer: String(values.get('answer') ?? ''),
        published: String(values.get('published') ?? '').trim() || null,
        version: opinion.version,
      })}
      onDone={() => router.refresh()}
    >
      <TextArea
        name="answer"
        label={t('fields.answer')}
        description={t('answerHint')}
        defaultValue={opinion.answer ?? ''}
        isRequired
        maxLength={2000}
      />
      <TextArea
        name="published"
        label={t('fields.published')}
        description={t('publishedHint')}
        defaultValue={opinion.published ?? ''}
        maxLength={1000}
      />
    </Form>
  )
}
