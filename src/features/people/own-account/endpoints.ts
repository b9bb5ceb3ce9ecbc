import { ok, type Result, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import {
  changePassword,
  confirmSecondFactor,
  endAllSessions,
  endOtherSessions,
  endOwnSession,
  endSecondFactor,
  endThisSession,
  keepPreferences,
  provesBoth,
  startSecondFactor,
  weighPasswords,
} from './commands'
import { ownSessions } from './queries'
import { factorCode, factorEnd, passwordChange, preferences, sessionKey } from './schema'

/** Guesses at a password or code by somebody who found a signed-in browser. */
const GUESSES = perPrincipal('own-secret', 10, 900)

export const getSessions = endpoint({
  method: 'GET',
  path: '/sessions',
  summary: 'The browsers in which I am signed in',
  allow: 'signed-in',
  run: async (act) => ok(await ownSessions(act)),
})

export const postSessionEnd = endpoint({
  method: 'POST',
  path: '/session/end',
  summary: 'Sign out here',
  allow: 'signed-in',
  repeatable: true,
  run: (act) => endThisSession(act),
})

export const postOwnSessionEnd = endpoint({
  method: 'POST',
  path: '/sessions/{id}/end',
  summary: 'Sign out one of my browsers',
  allow: 'signed-in',
  params: sessionKey,
  repeatable: true,
  run: (act, { params }) => endOwnSession(act, params.id),
})

export const postOtherSessionsEnd = endpoint({
  method: 'POST',
  path: '/sessions/others/end',
  summary: 'Sign out everywhere else',
  allow: 'signed-in',
  repeatable: true,
  run: (act) => endOtherSessions(act),
})

export const postAllSessionsEnd = endpoint({
  method: 'POST',
  path: '/sessions/end',
  summary: 'Sign out everywhere, here as well',
  allow: 'signed-in',
  repeatable: true,
  run: (act) => endAllSessions(act),
})

export const postPassword = endpoint({
  method: 'POST',
  path: '/account/password',
  summary: 'Change my password; every other browser is signed out',
  allow: 'signed-in',
  body: passwordChange,
  repeatable: true,
  limit: GUESSES,
  prepare: (principal, { body }) => weighPasswords(principal, body.current, body.password),
  run: async (act, _input, weighed) => (weighed.ok ? changePassword(act, weighed.value) : weighed),
})

export const postSecondFactorStart = endpoint({
  method: 'POST',
  path: '/account/second-factor/start',
  summary: 'A new secret for my authenticator app',
  allow: 'signed-in',
  repeatable: true,
  run: (act) => startSecondFactor(act),
})

export const postSecondFactorConfirm = endpoint({
  method: 'POST',
  path: '/account/second-factor/confirm',
  summary: 'Switch my second factor on',
  allow: 'signed-in',
  body: factorCode,
  repeatable: true,
  limit: GUESSES,
  run: (act, { body }) => confirmSecondFactor(act, body.code),
})

export const postSecondFactorEnd = endpoint({
  method: 'POST',
  path: '/account/second-factor/end',
  summary: 'Switch my second factor off',
  allow: 'signed-in',
  body: factorEnd,
  repeatable: true,
  limit: GUESSES,
  prepare: (principal, { body }) => provesBoth(principal, body.current, body.code, new Date()),
  run: async (act, _input, proven): Promise<Result<null, 'code-wrong'>> =>
    proven ? endSecondFactor(act) : refuse('code-wrong', { code: 'code-wrong' }),
})

export const postPreferences = endpoint({
  method: 'POST',
  path: '/account/preferences',
  summary: 'Keep my language and type size',
  allow: 'signed-in',
  body: preferences,
  repeatable: true,
  run: (act, { body }) => keepPreferences(act, body),
})
