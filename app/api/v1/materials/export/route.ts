import { postMaterialExport } from '@/features/captains/materials/endpoints'

export const POST = postMaterialExport
