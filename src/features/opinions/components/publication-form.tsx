'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Form } from '@/ui/form'
import { TextArea } from '@/ui/text-area'

/** The second look: the words may be shortened so that nobody is recognised, then all may read them. */
export function PublicationForm({
  opinion,
}: {
  opinion: { id: string; version: number; published: string }
}) {
  const t = useTranslations('opinions')
  const router = useRouter()
  return (
    <Form
      action={`/api/v1/opinions/${opinion.id}/publication`}
      submit={t('publish')}
      body={(values) => ({ published: String(values.get('published') ?? ''), version: opinion.version })}
      onDone={() => router.refresh()}
    >
      <TextArea
        name="published"
        label={t('fields.published')}
        description={t('publishWhy')}
        defaultValue={opinion.published}
        isRequired
        maxLength={1000}
      />
    </Form>
  )
}
