import { postMaterialReplacement } from '@/features/captains/materials/issues/endpoints'

export const POST = postMaterialReplacement
