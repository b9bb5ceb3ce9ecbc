import { z } from 'zod'
import { maskPhone } from '@/core/phone'
import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import {
  addAccount,
  changeAccount,
  resetSecondFactor,
  resumeAccount,
  signOutEverywhere,
  suspendAccount,
} from './commands'
import { describeAccount, listAccounts, personsWithoutAccount } from './queries'
import {
  accountChanges,
  accountFilter,
  accountKey,
  accountVersion,
  factorReset,
  newAccount,
  pickerSearch,
} from './schema'

export const getAccounts = endpoint({
  method: 'GET',
  path: '/accounts',
  summary: 'Accounts, a page at a time',
  allow: 'accounts.manage',
  query: accountFilter,
  run: async (act, { query }) => ok(await listAccounts(act, query)),
})

export const getAccount = endpoint({
  method: 'GET',
  path: '/accounts/{id}',
  summary: 'One account with its roles',
  allow: 'accounts.manage',
  params: accountKey,
  run: async (act, { params }) => {
    const account = await describeAccount(act, params.id)
    return account ? ok(account) : refuse('not-found')
  },
})

export const getPersonsWithoutAccount = endpoint({
  method: 'GET',
  path: '/accounts/persons',
  summary: 'Persons who have no account yet, as a picker offers them',
  allow: 'accounts.manage',
  query: pickerSearch,
  run: async (act, { query }) => {
    const persons = query.q ? await personsWithoutAccount(act, query.q) : []
    const items = persons.map(({ id, name, phone, appointments, gridMembers, workers }) => ({
      id,
      label: name,
      detail: [
        phone && maskPhone(phone),
        appointments[0]?.buildings[0]?.building.compound.name,
        gridMembers[0]?.grid.name,
        workers[0]?.post,
      ]
        .filter(Boolean)
        .join(' · '),
    }))
    return ok({ groups: items.length > 0 ? [{ label: '', items }] : [] })
  },
})

export const postAccount = endpoint({
  method: 'POST',
  path: '/accounts',
  summary: 'Add an account; a one-time link then lets its holder set a password',
  allow: 'accounts.manage',
  body: newAccount,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addAccount(act, body),
})

export const patchAccount = endpoint({
  method: 'PATCH',
  path: '/accounts/{id}',
  summary: 'Change an account, as of the version that was read',
  allow: 'accounts.manage',
  params: accountKey,
  body: accountChanges,
  idempotent: true,
  run: (act, { params, body }) => changeAccount(act, params.id, body),
})

export const postAccountSuspension = endpoint({
  method: 'POST',
  path: '/accounts/{id}/suspension',
  summary: 'Suspend an account',
  allow: 'accounts.manage',
  params: accountKey,
  body: accountVersion,
  idempotent: true,
  run: (act, { params, body }) => suspendAccount(act, params.id, body.version),
})

export const postAccountResumption = endpoint({
  method: 'POST',
  path: '/accounts/{id}/resumption',
  summary: 'Let a suspended account in again',
  allow: 'accounts.manage',
  params: accountKey,
  body: accountVersion,
  idempotent: true,
  run: (act, { params, body }) => resumeAccount(act, params.id, body.version),
})

export const postAccountSessionsEnd = endpoint({
  method: 'POST',
  path: '/accounts/{id}/sessions/end',
  summary: 'Sign an account out in every browser',
  allow: 'accounts.manage',
  params: accountKey,
  body: z.strictObject({}),
  idempotent: true,
  run: (act, { params }) => signOutEverywhere(act, params.id),
})

export const postAccountFactorReset = endpoint({
  method: 'POST',
  path: '/accounts/{id}/second-factor/reset',
  summary: 'Take the second factor off an account, for a recorded reason',
  allow: 'accounts.manage',
  params: accountKey,
  body: factorReset,
  idempotent: true,
  run: (act, { params, body }) => resetSecondFactor(act, params.id, body.reason),
})
