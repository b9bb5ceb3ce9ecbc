import { postImportMapping } from '@/features/imports/endpoints'

export const POST = postImportMapping
