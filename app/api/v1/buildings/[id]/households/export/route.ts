import { postHouseholdExport } from '@/features/places/households/endpoints'

export const POST = postHouseholdExport
