import { postSurveyCodingRemoval } from '@/features/surveys/coding/endpoints'

export const POST = postSurveyCodingRemoval
