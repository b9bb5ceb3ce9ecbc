import { postMaterialIssue } from '@/features/captains/materials/issues/endpoints'

export const POST = postMaterialIssue
