import { postImportUndo } from '@/features/imports/endpoints'

export const POST = postImportUndo
