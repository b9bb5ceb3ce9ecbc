import { postWage } from '@/features/crews/wages/endpoints'

export const POST = postWage
