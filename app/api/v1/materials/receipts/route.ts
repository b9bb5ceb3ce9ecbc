import { postMaterialReceipt } from '@/features/captains/materials/endpoints'

export const POST = postMaterialReceipt
