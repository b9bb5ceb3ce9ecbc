'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ComboBox } from '@/ui/combo-box'
import { DateField } from '@/ui/date-field'
import { Select } from '@/ui/select'
import { namesAPlace, ROLE_SCOPES, ROLES, type RoleKey, type ScopeKind } from '../schema'

const NONE = 'none'

/** What the fields say, as the operations take it; nothing when no role was chosen. */
export function grantFrom(values: FormData): Record<string, unknown> {
  const role = values.get('role')
  if (!role || role === NONE) return {}
  return {
    role,
    scopeKind: values.get('scopeKind') || undefined,
    scopeId: values.get('scopeId') || null,
    startsOn: values.get('startsOn') || null,
    endsOn: values.get('endsOn') || null,
  }
}

/** A role, how far it reaches and from when until when; the choices of one depend on the other. */
export function RoleFields({
  roles,
  isOptional = false,
}: {
  roles: Record<RoleKey, string>
  isOptional?: boolean
}) {
  const t = useTranslations('accounts')
  const [role, setRole] = useState<RoleKey>()
  const [kind, setKind] = useState<ScopeKind>()
  const kinds = role ? ROLE_SCOPES[role] : []
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      <Select
        name="role"
        label={t('fields.role')}
        {...(isOptional ? { description: t('roleHint') } : { isRequired: true })}
        options={[
          ...(isOptional ? [{ value: NONE, label: t('noRole') }] : []),
          ...ROLES.map((value) => ({ value, label: roles[value] })),
        ]}
        {...(isOptional ? { defaultValue: NONE } : {})}
        onChange={(value) => {
          const chosen = value === NONE ? undefined : (value as RoleKey)
          setRole(chosen)
          setKind(chosen && ROLE_SCOPES[chosen][0])
        }}
      />
      {role && kind && (
        <>
          <Select
            key={role}
            name="scopeKind"
            label={t('fields.scopeKind')}
            isRequired
            options={kinds.map((value) => ({ value, label: t(`scopes.${value}`) }))}
            defaultValue={kind}
            onChange={(value) => setKind(value as ScopeKind)}
          />
          {namesAPlace(kind) && (
            <ComboBox
              key={kind}
              name="scopeId"
              label={t(`scopes.${kind}`)}
              description={t('placeHint')}
              searchUrl={`/api/v1/accounts/scopes/${kind}`}
              isRequired
            />
          )}
          <DateField name="startsOn" label={t('fields.startsOn')} description={t('startsHint')} />
          <DateField name="endsOn" label={t('fields.endsOn')} description={t('endsHint')} />
        </>
      )}
    </div>
  )
}
