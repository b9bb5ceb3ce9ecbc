import { endpoint } from '@/server/endpoint'
import { eraseOwnAccount } from './commands'
import { erasure } from './schema'

export const postOwnErasure = endpoint({
  method: 'POST',
  path: '/own-resident/erasure',
  summary: 'Erase my account: name, number and households; requests stay without them',
  allow: 'residents.own',
  body: erasure,
  repeatable: true,
  run: (act) => eraseOwnAccount(act),
})
