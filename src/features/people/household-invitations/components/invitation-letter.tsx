'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { PrintButton } from '@/ui/print-button'
import { send } from '@/ui/send'

type Printed = { code: string; expiresAt: string }

/** Makes a household's code and shows it once, as a letter to print. */
export function InvitationLetter({
  householdId,
  door,
  hasGood,
}: {
  householdId: string
  door: string
  hasGood: boolean
}) {
  const t = useTranslations('residents')
  const ui = useTranslations('ui')
  const format = useFormatter()
  const [printed, setPrinted] = useState<Printed>()
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    const answer = await send(`/api/v1/households/${householdId}/invitation`, 'POST', {})
    setBusy(false)
    setFault(answer.ok ? undefined : (answer.message ?? ui('unreachable')))
    if (answer.ok) setPrinted(answer.value as Printed)
  }
  return (
    <div className="flex flex-col items-start gap-3">
      {fault && (
        <Alert tone="bad" announce>
          {fault}
        </Alert>
      )}
      {printed ? (
        <>
          <div className="flex flex-col gap-2 rounded-lg border border-line p-4 print:border-0">
            <p className="text-xl font-semibold">
              {t('letterTitle')} · {door}
            </p>
            <p>{t('letterLead')}</p>
            <p className="text-2xl font-semibold tracking-widest tabular-nums">
              {printed.code.match(/.{4}/g)?.join(' ')}
            </p>
            <p className="text-sm text-ink-soft">
              {t('letterUntil', { until: format.dateTime(new Date(printed.expiresAt), 'day') })}
            </p>
          </div>
          <PrintButton label={ui('print')} />
        </>
      ) : (
        <Button isPending={isBusy} onPress={make}>
          {t(hasGood ? 'inviteAgain' : 'invite')}
        </Button>
      )}
    </div>
  )
}
