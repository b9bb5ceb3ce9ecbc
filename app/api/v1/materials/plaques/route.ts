import { postMaterialPlaque } from '@/features/captains/materials/issues/endpoints'

export const POST = postMaterialPlaque
