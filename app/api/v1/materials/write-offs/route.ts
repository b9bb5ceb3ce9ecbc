import { postMaterialWriteOff } from '@/features/captains/materials/endpoints'

export const POST = postMaterialWriteOff
