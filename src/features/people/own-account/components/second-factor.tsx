'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Form } from '@/ui/form'
import { send } from '@/ui/send'
import { TextField } from '@/ui/text-field'

export type SecondFactorWords = Record<
  | 'start'
  | 'scan'
  | 'typeIn'
  | 'qr'
  | 'code'
  | 'confirm'
  | 'saveCodes'
  | 'done'
  | 'current'
  | 'end'
  | 'endWhy'
  | 'recoveryLeft',
  string
>

type NewFactor = { secret: string; qr: { path: string; size: number } }

/** Switches the second factor on, with its recovery codes shown once, or off. */
export function SecondFactor({ isOn, words }: { isOn: boolean; words: SecondFactorWords }) {
  const router = useRouter()
  const [factor, setFactor] = useState<NewFactor>()
  const [codes, setCodes] = useState<readonly string[]>()
  const [fault, setFault] = useState<string>()
  if (codes) {
    return (
      <div className="flex flex-col gap-3">
        <Alert tone="good">{words.saveCodes}</Alert>
        <ul className="grid max-w-md grid-cols-2 gap-2 rounded-lg bg-sunken p-4 font-mono text-base">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <div>
          <Button
            kind="primary"
            onPress={() => {
              setCodes(undefined)
              setFactor(undefined)
              router.refresh()
            }}
          >
            {words.done}
          </Button>
        </div>
      </div>
    )
  }
  if (isOn) {
    return (
      <div className="flex flex-col gap-3">
        <p className="text-sm">{words.recoveryLeft}</p>
        <Form action="/api/v1/account/second-factor/end" submit={words.end} onDone={() => router.refresh()}>
          <p className="text-sm text-ink-soft">{words.endWhy}</p>
          <TextField
            name="current"
            label={words.current}
            type={'password' as 'text'}
            autoComplete="current-password"
            isRequired
            maxLength={200}
          />
          <TextField name="code" label={words.code} autoComplete="one-time-code" isRequired maxLength={20} />
        </Form>
      </div>
    )
  }
  if (factor) {
    return (
      <div className="flex flex-col gap-3">
        <p className="text-sm">{words.scan}</p>
        <svg
          role="img"
          aria-label={words.qr}
          viewBox={`-4 -4 ${factor.qr.size + 8} ${factor.qr.size + 8}`}
          className="w-56 rounded-lg bg-white"
          shapeRendering="crispEdges"
        >
          <path d={factor.qr.path} fill="#000" />
        </svg>
        <p className="text-sm">
          {words.typeIn} <code className="break-all">{factor.secret}</code>
        </p>
        <Form
          action="/api/v1/account/second-factor/confirm"
          submit={words.confirm}
          onDone={(answer) => setCodes((answer as { recoveryCodes: string[] }).recoveryCodes)}
        >
          <TextField
            name="code"
            label={words.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            isRequired
            maxLength={20}
          />
        </Form>
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-3">
      {fault && <Alert tone="bad">{fault}</Alert>}
      <div>
        <Button
          kind="primary"
          onPress={async () => {
            const answer = await send('/api/v1/account/second-factor/start', 'POST', {})
            if (answer.ok) setFactor(answer.value as NewFactor)
            else setFault(answer.message ?? String(answer.status))
          }}
        >
          {words.start}
        </Button>
      </div>
    </div>
  )
}
