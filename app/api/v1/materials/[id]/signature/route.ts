import { postMaterialSignature } from '@/features/captains/materials/issues/endpoints'

export const POST = postMaterialSignature
