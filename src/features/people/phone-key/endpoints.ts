import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { makePhoneKey } from './commands'
import { phoneKeyOf } from './queries'

export const getPhoneKey = endpoint({
  method: 'GET',
  path: '/account/phone-key',
  summary: 'The key with which my phones open what they have not sent yet',
  allow: 'signed-in',
  run: async (act) => ok(await phoneKeyOf(act)),
})

export const postPhoneKey = endpoint({
  method: 'POST',
  path: '/account/phone-key',
  summary: 'Make the key for my phones, once',
  allow: 'signed-in',
  repeatable: true,
  limit: perPrincipal('phone-key', 30, 600),
  run: async (act) => {
    await makePhoneKey(act)
    return ok(await phoneKeyOf(act))
  },
})
