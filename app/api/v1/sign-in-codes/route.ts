import { postPhoneCode } from '@/features/people/phone-codes/endpoints'

export const POST = postPhoneCode
