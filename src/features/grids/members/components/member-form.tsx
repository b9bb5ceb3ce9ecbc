import { useTranslations } from 'next-intl'
import { type RecordField, RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'

type Values = { id: string; version: number; name: string; maskedPhone: string | null; post: string }

/** Appoints a grid member, or changes the appointment that is given. */
export function MemberForm({ member, grid, today }: { member?: Values; grid?: Option; today: string }) {
  const t = useTranslations('grid-members')
  const phone = { name: 'phone', label: t('fields.phone'), kind: 'phone' as const }
  const kept = member?.maskedPhone
    ? { keepsWhenEmpty: true, description: `${member.maskedPhone} · ${t('phoneKept')}` }
    : member
      ? { keepsWhenEmpty: true }
      : { description: t('phoneHint') }
  const placed: RecordField[] = [
    {
      kind: 'search',
      name: 'gridId',
      label: t('fields.gridId'),
      description: t('gridHint'),
      searchUrl: '/api/v1/grid-members/grid-options',
      required: true,
      ...(grid ? { chosen: grid } : {}),
    },
    { kind: 'date', name: 'startsOn', label: t('fields.startsOn'), required: true, value: today },
  ]
  const fields: RecordField[] = [
    {
      kind: 'text',
      name: 'name',
      label: t('fields.name'),
      required: true,
      value: member?.name ?? '',
      maxLength: 40,
    },
    { ...phone, ...kept },
    ...(member?.maskedPhone
      ? [{ kind: 'checkbox' as const, name: 'removePhone', label: t('removePhone') }]
      : []),
    ...(member ? [] : placed),
    {
      kind: 'select',
      name: 'post',
      label: t('fields.post'),
      required: true,
      value: member?.post ?? 'full_time',
      options: (['full_time', 'part_time'] as const).map((value) => ({
        value,
        label: t(`values.post.${value}`),
      })),
    },
  ]
  return (
    <RecordForm
      action={member ? `/api/v1/grid-members/${member.id}` : '/api/v1/grid-members'}
      method={member ? 'PATCH' : 'POST'}
      {...(member ? { also: { version: member.version } } : {})}
      submit={t(member ? 'save' : 'appoint')}
      cancel={{
        label: t('cancel'),
        href: member ? `/office/grid-members/${member.id}` : '/office/grid-members',
      }}
      doneHref="/office/grid-members/{id}"
      fields={fields}
    />
  )
}
