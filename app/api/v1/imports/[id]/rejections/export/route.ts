import { postRejectionsExport } from '@/features/imports/endpoints'

export const POST = postRejectionsExport
