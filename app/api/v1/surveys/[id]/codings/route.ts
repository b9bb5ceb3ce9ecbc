import { postSurveyCoding } from '@/features/surveys/coding/endpoints'

export const POST = postSurveyCoding
