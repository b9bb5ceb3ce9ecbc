import { postJobCancel } from '@/server/job-runs'

export const POST = postJobCancel
