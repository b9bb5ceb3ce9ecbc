'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/ui/alert'
import { Form } from '@/ui/form'
import { NumberField } from '@/ui/number-field'
import { RadioGroup } from '@/ui/radio-group'
import { TextField } from '@/ui/text-field'
import { showToast } from '@/ui/toast'

type Values = {
  name: string
  hostName: string | null
  secondFactor: 'optional' | 'required'
  quietFrom: string
  quietTo: string
  alarmEmail: string | null
  electionTurnoutPercent: number
  electionWinnerPercent: number
  electionPublicityDays: number
  captainTermYears: number
  hygieneDays: number
  safetyDays: number
  mediationMonths: number
  opinionBoxDays: number
  opinionKeepMonths: number
  version: number
}

const ELECTIONS = [
  ['electionTurnoutPercent', '%', 0, 99],
  ['electionWinnerPercent', '%', 0, 99],
  ['electionPublicityDays', undefined, 1, 60],
  ['captainTermYears', undefined, 1, 10],
] as const

/** The street's settings; who requires a second factor without having one is told what comes next. */
export function SettingsForm({ settings, hasFactor }: { settings: Values; hasFactor: boolean }) {
  const t = useTranslations('settings')
  const router = useRouter()
  const [factor, setFactor] = useState<string>(settings.secondFactor)
  return (
    <Form
      action="/api/v1/settings"
      method="PATCH"
      submit={t('save')}
      body={(values) => ({
        name: values.get('name') || undefined,
        hostName: values.get('hostName') || null,
        secondFactor: values.get('secondFactor') ?? undefined,
        quietFrom: values.get('quietFrom'),
        quietTo: values.get('quietTo'),
        alarmEmail: values.get('alarmEmail') || null,
        ...Object.fromEntries(ELECTIONS.map(([name]) => [name, Number(values.get(name)) || 0])),
        hygieneDays: Number(values.get('hygieneDays')) || undefined,
        safetyDays: Number(values.get('safetyDays')) || undefined,
        mediationMonths: Number(values.get('mediationMonths')) || undefined,
        opinionBoxDays: Number(values.get('opinionBoxDays')) || undefined,
        opinionKeepMonths: Number(values.get('opinionKeepMonths')) || undefined,
        version: settings.version,
      })}
      onDone={() => {
        showToast({ message: t('saved'), tone: 'good' })
        router.refresh()
      }}
    >
      <TextField
        name="name"
        label={t('fields.name')}
        defaultValue={settings.name}
        isRequired
        maxLength={40}
      />
      <TextField
        name="hostName"
        label={t('fields.hostName')}
        description={t('hostNameHint')}
        defaultValue={settings.hostName ?? ''}
        autoComplete="off"
        spellCheck="false"
        maxLength={253}
      />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <TextField
          name="quietFrom"
          type={'time' as 'text'}
          label={t('fields.quietFrom')}
          description={t('quietHint')}
          defaultValue={settings.quietFrom}
          isRequired
        />
        <TextField
          name="quietTo"
          type={'time' as 'text'}
          label={t('fields.quietTo')}
          defaultValue={settings.quietTo}
          isRequired
        />
      </div>
      <TextField
        name="alarmEmail"
        type="email"
        label={t('fields.alarmEmail')}
        description={t('alarmEmailHint')}
        defaultValue={settings.alarmEmail ?? ''}
        maxLength={120}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="text-sm font-medium">{t('electionsTitle')}</legend>
        <p className="text-sm text-ink-soft">{t('electionsHint')}</p>
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          {ELECTIONS.map(([name, unit, minValue, maxValue]) => (
            <NumberField
              key={name}
              name={name}
              label={t(`fields.${name}`)}
              isRequired
              defaultValue={settings[name]}
              minValue={minValue}
              maxValue={maxValue}
              {...(unit ? { unit } : {})}
            />
          ))}
        </div>
      </fieldset>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <NumberField
          name="hygieneDays"
          label={t('fields.hygieneDays')}
          defaultValue={settings.hygieneDays}
          minValue={1}
          maxValue={92}
          isRequired
        />
        <NumberField
          name="safetyDays"
          label={t('fields.safetyDays')}
          defaultValue={settings.safetyDays}
          minValue={1}
          maxValue={92}
          isRequired
        />
        <NumberField
          name="mediationMonths"
          label={t('fields.mediationMonths')}
          defaultValue={settings.mediationMonths}
          minValue={1}
          maxValue={240}
          isRequired
        />
        <NumberField
          name="opinionBoxDays"
          label={t('fields.opinionBoxDays')}
          defaultValue={settings.opinionBoxDays}
          minValue={1}
          maxValue={92}
          isRequired
        />
        <NumberField
          name="opinionKeepMonths"
          label={t('fields.opinionKeepMonths')}
          description={t('opinionKeepHint')}
          defaultValue={settings.opinionKeepMonths}
          minValue={1}
          maxValue={120}
          isRequired
        />
      </div>
      <RadioGroup
        name="secondFactor"
        label={t('fields.secondFactor')}
        description={t('secondFactorHint')}
        options={[
          { value: 'optional', label: t('secondFactor.optional') },
          { value: 'required', label: t('secondFactor.required') },
        ]}
        defaultValue={settings.secondFactor}
        onChange={setFactor}
      />
      {factor === 'required' && !hasFactor && (
        <Alert tone="warn" announce>
          {t('setUpFirst')}
        </Alert>
      )}
    </Form>
  )
}
