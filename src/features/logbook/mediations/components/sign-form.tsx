'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/ui/form'
import { LinkButton } from '@/ui/link-button'
import { SignaturePad } from '@/ui/signature-pad'

/** A party signs on the screen; who cannot, signs on paper, which the case's page keeps. */
export function SignForm({
  mediationId,
  agreementId,
  partyId,
  here,
}: {
  mediationId: string
  agreementId: string
  partyId: string
  here: string
}) {
  const t = useTranslations('mediations')
  const router = useRouter()
  const [strokes, setStrokes] = useState<readonly (readonly number[])[]>([])
  return (
    <Form
      action={`/api/v1/mediations/${mediationId}/signatures`}
      submit={t('sign')}
      body={() => ({ on: 'screen', agreementId, partyId, strokes })}
      onDone={() => {
        router.push(here as Route)
        router.refresh()
      }}
      more={<LinkButton href={here}>{t('cancel')}</LinkButton>}
    >
      <SignaturePad
        name="strokes"
        label={t('signHere')}
        description={t('signHint')}
        clear={t('clear')}
        area={t('signArea')}
        onChange={setStrokes}
      />
    </Form>
  )
}
