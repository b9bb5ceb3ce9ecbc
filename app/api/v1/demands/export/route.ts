import { postDemandExport } from '@/features/demands/demands/endpoints'

export const POST = postDemandExport
