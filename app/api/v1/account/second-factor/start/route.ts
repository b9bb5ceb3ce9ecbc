import { postSecondFactorStart } from '@/features/people/own-account/endpoints'

export const POST = postSecondFactorStart
