import { getJob } from '@/server/job-runs'

export const GET = getJob
