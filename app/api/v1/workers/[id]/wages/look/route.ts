import { postWageLook } from '@/features/crews/wages/endpoints'

export const POST = postWageLook
