import { postSecondFactorEnd } from '@/features/people/own-account/endpoints'

export const POST = postSecondFactorEnd
