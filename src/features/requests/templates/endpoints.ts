import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { addTemplate, changeTemplate, endTemplate } from './commands'
import { findTemplate, listTemplates } from './queries'
import { newTemplate, templateChanges, templateFilter, templateKey, templateVersion } from './schema'

const WRITE = 'requests.settings' as const

export const getReplyTemplates = endpoint({
  method: 'GET',
  path: '/reply-templates',
  summary: 'Reply templates, a page at a time',
  allow: WRITE,
  query: templateFilter,
  run: async (act, { query }) => ok(await listTemplates(act, query)),
})

export const getReplyTemplate = endpoint({
  method: 'GET',
  path: '/reply-templates/{id}',
  summary: 'One reply template',
  allow: WRITE,
  params: templateKey,
  run: async (act, { params }) => {
    const template = await findTemplate(act, params.id)
    return template ? ok(template) : refuse('not-found')
  },
})

export const postReplyTemplate = endpoint({
  method: 'POST',
  path: '/reply-templates',
  summary: 'Add words for a step of requests',
  allow: WRITE,
  body: newTemplate,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addTemplate(act, body),
})

export const patchReplyTemplate = endpoint({
  method: 'PATCH',
  path: '/reply-templates/{id}',
  summary: 'Change a reply template, as of the version that was read',
  allow: WRITE,
  params: templateKey,
  body: templateChanges,
  idempotent: true,
  run: (act, { params, body }) => changeTemplate(act, params.id, body),
})

export const postReplyTemplateEnd = endpoint({
  method: 'POST',
  path: '/reply-templates/{id}/end',
  summary: 'Take a reply template out of use',
  allow: WRITE,
  params: templateKey,
  body: templateVersion,
  idempotent: true,
  run: (act, { params, body }) => endTemplate(act, params.id, body.version),
})
