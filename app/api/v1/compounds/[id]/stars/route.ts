import { postCompoundStars } from '@/features/places/stars/endpoints'

export const POST = postCompoundStars
