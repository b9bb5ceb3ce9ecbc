import { getPhoneKey, postPhoneKey } from '@/features/people/phone-key/endpoints'

export const GET = getPhoneKey
export const POST = postPhoneKey
