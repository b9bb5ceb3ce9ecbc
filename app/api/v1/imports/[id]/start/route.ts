import { postImportStart } from '@/features/imports/endpoints'

export const POST = postImportStart
