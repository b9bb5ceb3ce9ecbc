import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { changeOwnName, stopMessages, wantMessages } from './commands'
import { ownResident } from './queries'
import { ownName } from './schema'

export const getOwnResident = endpoint({
  method: 'GET',
  path: '/own-resident',
  summary: 'My name, number and consents',
  allow: 'residents.own',
  run: async (act) => ok(await ownResident(act)),
})

export const patchOwnResident = endpoint({
  method: 'PATCH',
  path: '/own-resident',
  summary: 'Change the name that I go by',
  allow: 'residents.own',
  body: ownName,
  idempotent: true,
  run: (act, { body }) => changeOwnName(act, body.name),
})

export const postMessagesConsent = endpoint({
  method: 'POST',
  path: '/own-resident/messages',
  summary: 'Agree to text messages about what was decided',
  allow: 'residents.own',
  idempotent: true,
  run: (act) => wantMessages(act),
})

export const postMessagesWithdrawal = endpoint({
  method: 'POST',
  path: '/own-resident/messages/withdrawal',
  summary: 'Withdraw the consent to text messages',
  allow: 'residents.own',
  idempotent: true,
  run: (act) => stopMessages(act),
})
