import { postCompoundStage } from '@/features/places/stages/endpoints'

export const POST = postCompoundStage
