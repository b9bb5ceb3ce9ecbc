import { openEndpoint } from '@/server/open-endpoint'
import { perAddress } from '@/server/rate-limit'
import { admitCode, sendPhoneCode } from './commands'
import { codeWish } from './schema'

export const postPhoneCode = openEndpoint({
  method: 'POST',
  path: '/sign-in-codes',
  summary:
    'Send a phone number a code to sign in with; the answer is the same whether or not the number is known',
  body: codeWish,
  limit: perAddress('phone-code', 60, 600),
  prepare: admitCode,
  run: async (act, body, admitted) =>
    admitted.ok ? sendPhoneCode(act, admitted.value.streetId, body) : admitted,
})
