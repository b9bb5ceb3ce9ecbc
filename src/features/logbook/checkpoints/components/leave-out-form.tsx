'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ComboBox } from '@/ui/combo-box'
import { Form } from '@/ui/form'

/** Names a building at which a general point is left out. */
export function LeaveOutForm({ checkpointId }: { checkpointId: string }) {
  const t = useTranslations('checkpoints')
  const router = useRouter()
  return (
    <Form
      action={`/api/v1/checkpoints/${checkpointId}/left-out`}
      submit={t('leaveOut')}
      body={(values) => ({ buildingId: values.get('buildingId') || undefined, leftOut: true })}
      onDone={() => router.refresh()}
    >
      <ComboBox
        name="buildingId"
        label={t('fields.building')}
        searchUrl="/api/v1/requests/places"
        isRequired
      />
    </Form>
  )
}
