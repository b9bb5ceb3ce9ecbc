import { postMaterialReturn } from '@/features/captains/materials/issues/endpoints'

export const POST = postMaterialReturn
