'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { maskPhone, parsePhone } from '@/core/phone'
import { Alert } from '@/ui/alert'
import { PlainButton } from '@/ui/plain-button'
import { PlainField } from '@/ui/plain-field'
import { send } from '@/ui/send'

type Fault = 'wrong' | 'locked' | 'unavailable'

/** Enters a code; resolves to what was wrong, or to nothing. */
async function enter(values: Record<string, string>): Promise<Fault | null> {
  try {
    const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string }
    const body = new URLSearchParams({ csrfToken, json: 'true', callbackUrl: '/my', ...values })
    const answer = await fetch('/api/auth/callback/phone', { method: 'POST', body })
    if (answer.ok) return null
    const { url } = (await answer.json()) as { url?: string }
    const named = url ? new URL(url, window.location.href).searchParams.get('error') : null
    return named === 'wrong' || named === 'locked' ? named : 'unavailable'
  } catch {
    return 'unavailable'
  }
}

/** A number, then the code that was sent to it. */
export function PhoneSignIn({ street, locale, next }: { street: string; locale: string; next: string }) {
  const t = useTranslations('phone-codes')
  const [phone, setPhone] = useState<string>()
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  const ask = async (typed: string) => {
    if (isBusy) return
    const parsed = parsePhone(typed)
    if (!parsed.ok) {
      setFault(t('mobile'))
      return
    }
    setBusy(true)
    const answer = await send('/api/v1/sign-in-codes', 'POST', { phone: parsed.value, street, locale })
    setBusy(false)
    setFault(answer.ok ? undefined : (answer.fields.phone ?? answer.message ?? t('unavailable')))
    // Who asks again too soon has a code already and shall be able to enter it.
    if (answer.ok || answer.code === 'code-too-soon') setPhone(parsed.value)
  }

  const sign = async (code: string) => {
    if (isBusy || !phone) return
    setBusy(true)
    const wrong = await enter({ phone, code, street })
    if (wrong === null) {
      window.location.assign(next)
      return
    }
    setBusy(false)
    setFault(t(wrong))
  }

  return (
    <form
      key={phone ? 'code' : 'phone'}
      method="post"
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault()
        const values = new FormData(event.currentTarget)
        if (phone) sign(String(values.get('code') ?? ''))
        else ask(String(values.get('phone') ?? ''))
      }}
    >
      {fault && (
        <Alert tone="bad" announce>
          {fault}
        </Alert>
      )}
      {phone ? (
        <>
          <p>{t('sentTo', { phone: maskPhone(phone) })}</p>
          <PlainField
            name="code"
            label={t('code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            maxLength={20}
          />
          <PlainButton kind="primary" size="wide" aria-disabled={isBusy}>
            {isBusy ? t('wait') : t('enter')}
          </PlainButton>
          <div className="flex flex-wrap gap-2">
            <PlainButton type="button" onClick={() => ask(phone)}>
              {t('again')}
            </PlainButton>
            <PlainButton
              type="button"
              onClick={() => {
                setPhone(undefined)
                setFault(undefined)
              }}
            >
              {t('otherNumber')}
            </PlainButton>
          </div>
        </>
      ) : (
        <>
          <PlainField
            name="phone"
            label={t('phone')}
            type="tel"
            inputMode="tel"
            autoComplete="tel-national"
            required
            maxLength={40}
          />
          <PlainButton kind="primary" size="wide" aria-disabled={isBusy}>
            {isBusy ? t('sending') : t('send')}
          </PlainButton>
        </>
      )}
    </form>
  )
}
