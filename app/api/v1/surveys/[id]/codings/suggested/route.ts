import { postSuggestedCoding } from '@/features/surveys/coding/endpoints'

export const POST = postSuggestedCoding
