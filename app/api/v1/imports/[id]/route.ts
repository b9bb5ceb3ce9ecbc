import { getImport } from '@/features/imports/endpoints'

export const GET = getImport
