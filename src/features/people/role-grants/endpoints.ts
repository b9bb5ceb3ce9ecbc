import { z } from 'zod'
import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { accountKey, pickerSearch, scopeKindKey } from '../accounts/schema'
import { endRole, giveRole } from './commands'
import { searchScopes } from './queries'
import { grantKey, newGrant } from './schema'

export const getScopes = endpoint({
  method: 'GET',
  path: '/accounts/scopes/{kind}',
  summary: 'Places that a role can be given for, as a picker offers them',
  allow: 'accounts.manage',
  params: scopeKindKey,
  query: pickerSearch,
  run: async (act, { params, query }) => {
    const places = query.q ? await searchScopes(act, params.kind, query.q) : []
    const items = places.map(({ id, name, detail }) => ({ id, label: name, ...(detail ? { detail } : {}) }))
    return ok({ groups: items.length > 0 ? [{ label: '', items }] : [] })
  },
})

export const postGrant = endpoint({
  method: 'POST',
  path: '/accounts/{id}/grants',
  summary: 'Give an account a role',
  allow: 'accounts.manage',
  params: accountKey,
  body: newGrant,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => giveRole(act, params.id, body),
})

export const postGrantEnd = endpoint({
  method: 'POST',
  path: '/accounts/{id}/grants/{grant}/end',
  summary: 'End a role; it is gone at the very next request',
  allow: 'accounts.manage',
  params: grantKey,
  body: z.strictObject({}),
  idempotent: true,
  run: (act, { params }) => endRole(act, params.id, params.grant),
})
