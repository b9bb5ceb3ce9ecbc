import { postPreferences } from '@/features/people/own-account/endpoints'

export const POST = postPreferences
