import { postImportReading } from '@/features/imports/endpoints'

export const POST = postImportReading
