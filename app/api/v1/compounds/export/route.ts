import { postCompoundExport } from '@/features/places/compounds/endpoints'

export const POST = postCompoundExport
