'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/ui/form'
import { TextField } from '@/ui/text-field'

type Wage = { startsOn: string; monthlyFen: number }

/** A worker's wages, shown once a reason is given; another look asks again. */
export function WageHistory({ workerId }: { workerId: string }) {
  const t = useTranslations('workers')
  const format = useFormatter()
  const [wages, setWages] = useState<readonly Wage[]>()
  if (!wages) {
    return (
      <Form
        action={`/api/v1/workers/${workerId}/wages/look`}
        submit={t('lookAtWages')}
        onDone={(answer) => setWages((answer as { wages: Wage[] }).wages)}
      >
        <TextField
          name="reason"
          label={t('wageReason')}
          description={t('wageWhy')}
          isRequired
          maxLength={200}
        />
      </Form>
    )
  }
  if (wages.length === 0) return <p className="text-sm text-ink-faint">{t('noWages')}</p>
  return (
    <ul aria-label={t('wages')} className="flex flex-col">
      {wages.map(({ startsOn, monthlyFen }) => (
        <li
          key={startsOn}
          className="flex flex-wrap justify-between gap-x-4 border-b border-line py-1.5 text-sm last:border-b-0"
        >
          <span>{t('wageSince', { day: format.dateTime(new Date(`${startsOn}T00:00:00Z`), 'day') })}</span>
          <span className="font-medium tabular-nums">
            {format.number(monthlyFen / 100, { style: 'currency', currency: 'CNY' })}
          </span>
        </li>
      ))}
    </ul>
  )
}
