import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'

type Values = {
  id: string
  version: number
  name: string
  maskedPhone: string | null
  employeeNumber: string
  post: string
  furtherPosts: readonly string[]
  certificates: readonly string[]
  operatorId: string
  startsOn: string
}

/** Adds a worker, or changes the one that is given. */
export function WorkerForm({ worker, operators }: { worker?: Values; operators: readonly Option[] }) {
  const t = useTranslations('workers')
  const text = (name: 'name' | 'employeeNumber' | 'post', maxLength: number) => ({
    kind: 'text' as const,
    name,
    label: t(`fields.${name}`),
    required: true,
    value: worker?.[name] ?? '',
    maxLength,
  })
  const list = (name: 'furtherPosts' | 'certificates') => ({
    kind: 'list' as const,
    name,
    label: t(`fields.${name}`),
    description: t('listHint'),
    value: worker?.[name] ?? [],
  })
  return (
    <RecordForm
      action={worker ? `/api/v1/workers/${worker.id}` : '/api/v1/workers'}
      method={worker ? 'PATCH' : 'POST'}
      {...(worker ? { also: { version: worker.version } } : {})}
      submit={t('save')}
      cancel={{ label: t('cancel'), href: worker ? `/office/workers/${worker.id}` : '/office/workers' }}
      doneHref="/office/workers/{id}"
      fields={[
        text('name', 40),
        {
          kind: 'phone',
          name: 'phone',
          label: t('fields.phone'),
          ...(worker ? { keepsWhenEmpty: true } : {}),
          ...(worker?.maskedPhone ? { description: `${worker.maskedPhone} · ${t('phoneKept')}` } : {}),
        },
        ...(worker?.maskedPhone
          ? [{ kind: 'checkbox' as const, name: 'removePhone', label: t('removePhone') }]
          : []),
        {
          kind: 'select',
          name: 'operatorId',
          label: t('fields.operator'),
          required: true,
          options: operators,
          value: worker?.operatorId ?? (operators.length === 1 ? (operators[0]?.value ?? null) : null),
        },
        text('employeeNumber', 20),
        text('post', 30),
        {
          kind: 'date',
          name: 'startsOn',
          label: t('fields.startsOn'),
          required: true,
          value: worker?.startsOn ?? '',
        },
        list('furtherPosts'),
        list('certificates'),
      ]}
    />
  )
}
