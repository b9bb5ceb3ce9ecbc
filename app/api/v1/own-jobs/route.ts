import { getOwnJobs } from '@/features/requests/own-jobs/endpoints'

export const GET = getOwnJobs
