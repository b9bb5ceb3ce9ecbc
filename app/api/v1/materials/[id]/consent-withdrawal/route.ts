import { postMaterialConsentWithdrawal } from '@/features/captains/materials/issues/endpoints'

export const POST = postMaterialConsentWithdrawal
