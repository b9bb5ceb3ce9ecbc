import { getImports, postImport } from '@/features/imports/endpoints'

export const GET = getImports
export const POST = postImport
