'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Form } from '@/ui/form'
import { NumberField } from '@/ui/number-field'
import { Select } from '@/ui/select'
import { TextField } from '@/ui/text-field'
import { WAYS } from '../schema'

/** Enters money taken for an order: how, how much, and the receipt. */
export function PaymentForm({ orderId, dueFen }: { orderId: string; dueFen: number }) {
  const t = useTranslations('orders')
  const router = useRouter()
  return (
    <Form
      action={`/api/v1/orders/${orderId}/payments`}
      submit={t('takePayment')}
      body={(values) => {
        const yuan = Number(values.get('amountFen'))
        return {
          way: values.get('way'),
          amountFen: Math.round(yuan * 100),
          receiptNumber: String(values.get('receiptNumber') ?? '').trim() || null,
        }
      }}
      onDone={() => router.refresh()}
    >
      <p className="text-sm text-ink-soft">{t('takePaymentWhy')}</p>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-3">
        <Select
          name="way"
          label={t('fields.way')}
          options={WAYS.map((value) => ({ value, label: t(`ways.${value}`) }))}
          defaultValue="cash"
          isRequired
        />
        <NumberField
          name="amountFen"
          label={t('fields.amountYuan')}
          minValue={0.01}
          maxValue={dueFen / 100}
          defaultValue={dueFen / 100}
          formatOptions={{ maximumFractionDigits: 2 }}
          isRequired
        />
        <TextField name="receiptNumber" label={t('fields.receiptNumber')} maxLength={40} />
      </div>
    </Form>
  )
}
