import { postMaterialLoss } from '@/features/captains/materials/issues/endpoints'

export const POST = postMaterialLoss
