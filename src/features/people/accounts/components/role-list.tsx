import { useFormatter, useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import type { HeldRole } from '../rules'

/** What an account may be, where and until when; those given by hand can be ended here. */
export function RoleList({
  accountId,
  roles,
  today,
  canEnd,
}: {
  accountId: string
  roles: readonly HeldRole[]
  today: Date
  canEnd: boolean
}) {
  const t = useTranslations('accounts')
  const names = useTranslations('frame.roles')
  const format = useFormatter()
  if (roles.length === 0) return <p className="text-sm text-ink-faint">{t('noRoles')}</p>
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <ul className="flex flex-col divide-y divide-line">
      {roles.map(({ key, grantId, role, scopeKind, place, startsOn, endsOn }) => (
        <li key={key} className="flex flex-wrap items-center justify-between gap-2 py-2 text-sm">
          <span>
            <span className="me-2 font-medium">{names(role)}</span>
            <span className="me-2">{place ?? t(`scopes.${scopeKind}`)}</span>
            {startsOn > today && <Badge tone="note">{t('notYet')}</Badge>}
            {grantId === null && <Badge>{t('byAppointment')}</Badge>}
            <span className="block text-ink-faint">
              {endsOn
                ? t('term', { from: day(startsOn), to: day(endsOn) })
                : t('termOpen', { from: day(startsOn) })}
            </span>
          </span>
          {grantId !== null && canEnd && (
            <ActionButton
              trigger={t('endRole')}
              title={t('endRoleTitle', { role: names(role) })}
              why={t('endRoleWhy')}
              confirm={t('endRole')}
              danger
              action={`/api/v1/accounts/${accountId}/grants/${grantId}/end`}
              body={{}}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
