import { postImportFile } from '@/features/imports/endpoints'

export const POST = postImportFile
