import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { removeAllowance, setAllowance } from './allowances/commands'
import { allowanceChanges, allowanceRemoval } from './allowances/schema'
import { addCategory, changeCategory, endCategory, resumeCategory } from './commands'
import { findCategory, listCategories } from './queries'
import { categoryChanges, categoryFilter, categoryKey, categoryVersion, newCategory } from './schema'

const WRITE = 'requests.settings' as const

export const getRequestCategories = endpoint({
  method: 'GET',
  path: '/request-categories',
  summary: 'What can be reported, each with its allowances, in the street’s order',
  allow: ['requests.read', WRITE],
  query: categoryFilter,
  run: async (act, { query }) => ok({ rows: await listCategories(act, query) }),
})

export const getRequestCategory = endpoint({
  method: 'GET',
  path: '/request-categories/{id}',
  summary: 'One category with its allowances',
  allow: ['requests.read', WRITE],
  params: categoryKey,
  run: async (act, { params }) => {
    const category = await findCategory(act, params.id)
    return category ? ok(category) : refuse('not-found')
  },
})

export const postRequestCategory = endpoint({
  method: 'POST',
  path: '/request-categories',
  summary: 'Add a category, with the allowances of a general matter',
  allow: WRITE,
  body: newCategory,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addCategory(act, body),
})

export const patchRequestCategory = endpoint({
  method: 'PATCH',
  path: '/request-categories/{id}',
  summary: 'Change a category, as of the version that was read',
  allow: WRITE,
  params: categoryKey,
  body: categoryChanges,
  idempotent: true,
  run: (act, { params, body }) => changeCategory(act, params.id, body),
})

export const postRequestCategoryEnd = endpoint({
  method: 'POST',
  path: '/request-categories/{id}/end',
  summary: 'Take a category off the forms',
  allow: WRITE,
  params: categoryKey,
  body: categoryVersion,
  idempotent: true,
  run: (act, { params, body }) => endCategory(act, params.id, body.version),
})

export const postRequestCategoryResumption = endpoint({
  method: 'POST',
  path: '/request-categories/{id}/resumption',
  summary: 'Put an ended category back on the forms',
  allow: WRITE,
  params: categoryKey,
  body: categoryVersion,
  idempotent: true,
  run: (act, { params, body }) => resumeCategory(act, params.id, body.version),
})

export const postAllowance = endpoint({
  method: 'POST',
  path: '/request-categories/{id}/allowances',
  summary: 'Say what a category allows in compounds of a star level, from now on',
  allow: WRITE,
  params: categoryKey,
  body: allowanceChanges,
  idempotent: true,
  run: (act, { params, body }) => setAllowance(act, params.id, body),
})

export const postAllowanceRemoval = endpoint({
  method: 'POST',
  path: '/request-categories/{id}/allowances/removal',
  summary: 'Take a star level’s own allowance away',
  allow: WRITE,
  params: categoryKey,
  body: allowanceRemoval,
  idempotent: true,
  run: (act, { params, body }) => removeAllowance(act, params.id, body.stars),
})
