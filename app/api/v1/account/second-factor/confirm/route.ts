import { postSecondFactorConfirm } from '@/features/people/own-account/endpoints'

export const POST = postSecondFactorConfirm
