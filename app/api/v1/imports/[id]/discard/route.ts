import { postImportDiscard } from '@/features/imports/endpoints'

export const POST = postImportDiscard
