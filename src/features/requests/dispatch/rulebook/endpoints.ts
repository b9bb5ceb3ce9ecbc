import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { addRule, changeRule, endRule, moveRule } from './commands'
import { findRule, listRules, tryRules, workersToName } from './queries'
import { newRule, ruleChanges, ruleKey, ruleMove, ruleVersion, trialFilter, workerSearch } from './schema'

const WRITE = 'requests.settings' as const

export const getDispatchRules = endpoint({
  method: 'GET',
  path: '/dispatch-rules',
  summary: 'The rules of automatic dispatch, in the order in which they are asked',
  allow: WRITE,
  run: async (act) => ok({ rows: await listRules(act) }),
})

export const getDispatchRule = endpoint({
  method: 'GET',
  path: '/dispatch-rules/{id}',
  summary: 'One rule of automatic dispatch',
  allow: WRITE,
  params: ruleKey,
  run: async (act, { params }) => {
    const rule = await findRule(act, params.id)
    return rule ? ok(rule) : refuse('not-found')
  },
})

export const getDispatchTrial = endpoint({
  method: 'GET',
  path: '/dispatch-rules/trial',
  summary: 'Which rule would have taken which of the last thirty days’ requests, and why; nothing is moved',
  allow: WRITE,
  query: trialFilter,
  run: async (act, { query }) => ok(await tryRules(act, query)),
})

export const getDispatchWorkers = endpoint({
  method: 'GET',
  path: '/dispatch-rules/workers',
  summary: 'Workers in service, by name, number or pinyin initials',
  allow: WRITE,
  query: workerSearch,
  run: async (act, { query }) => ok({ groups: [{ label: '', items: await workersToName(act, query.q) }] }),
})

export const postDispatchRule = endpoint({
  method: 'POST',
  path: '/dispatch-rules',
  summary: 'Add a rule behind all others',
  allow: WRITE,
  body: newRule,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addRule(act, body),
})

export const patchDispatchRule = endpoint({
  method: 'PATCH',
  path: '/dispatch-rules/{id}',
  summary: 'Change a rule, as of the version that was read',
  allow: WRITE,
  params: ruleKey,
  body: ruleChanges,
  idempotent: true,
  run: (act, { params, body }) => changeRule(act, params.id, body),
})

export const postDispatchRuleEnd = endpoint({
  method: 'POST',
  path: '/dispatch-rules/{id}/end',
  summary: 'End a rule',
  allow: WRITE,
  params: ruleKey,
  body: ruleVersion,
  idempotent: true,
  run: (act, { params, body }) => endRule(act, params.id, body.version),
})

export const postDispatchRuleMove = endpoint({
  method: 'POST',
  path: '/dispatch-rules/{id}/move',
  summary: 'Move a rule before or behind its neighbour',
  allow: WRITE,
  params: ruleKey,
  body: ruleMove,
  idempotent: true,
  run: (act, { params, body }) => moveRule(act, params.id, body.direction, body.version),
})
