import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { changeNotice, takeOffNotice, writeNotice } from './commands'
import { findNotice, listNotices } from './queries'
import { newNotice, noticeChanges, noticeFilter, noticeKey, noticeVersion } from './schema'

const WRITE = 'notices.write' as const

export const getCaptainNotices = endpoint({
  method: 'GET',
  path: '/captain-notices',
  summary: 'Notices for the captains of grids, a page at a time',
  allow: WRITE,
  query: noticeFilter,
  run: async (act, { query }) => ok(await listNotices(act, query)),
})

export const getCaptainNotice = endpoint({
  method: 'GET',
  path: '/captain-notices/{id}',
  summary: 'One notice',
  allow: WRITE,
  params: noticeKey,
  run: async (act, { params }) => {
    const notice = await findNotice(act, params.id)
    return notice ? ok(notice) : refuse('not-found')
  },
})

export const postCaptainNotice = endpoint({
  method: 'POST',
  path: '/captain-notices',
  summary: 'Write a notice for the captains of a grid, from a day to a day',
  allow: WRITE,
  body: newNotice,
  status: 201,
  idempotent: true,
  run: (act, { body }) => writeNotice(act, body),
})

export const patchCaptainNotice = endpoint({
  method: 'PATCH',
  path: '/captain-notices/{id}',
  summary: 'Change a notice, as of the version that was read',
  allow: WRITE,
  params: noticeKey,
  body: noticeChanges,
  idempotent: true,
  run: (act, { params, body }) => changeNotice(act, params.id, body),
})

export const postCaptainNoticeEnd = endpoint({
  method: 'POST',
  path: '/captain-notices/{id}/end',
  summary: 'Take a notice off the captains’ phones',
  allow: WRITE,
  params: noticeKey,
  body: noticeVersion,
  idempotent: true,
  run: (act, { params, body }) => takeOffNotice(act, params.id, body.version),
})
