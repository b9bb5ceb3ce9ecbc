import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { ownJobs } from './queries'

export const getOwnJobs = endpoint({
  method: 'GET',
  path: '/own-jobs',
  summary: 'The caller’s open jobs in the order of the way, and what the caller is to verify',
  allow: ['requests.work', 'requests.verify'],
  run: async (act) => ok(await ownJobs(act)),
})
