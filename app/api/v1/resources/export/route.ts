import { postResourceExport } from '@/features/demands/resources/endpoints'

export const POST = postResourceExport
