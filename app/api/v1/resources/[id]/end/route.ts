import { postResourceEnd } from '@/features/demands/resources/endpoints'

export const POST = postResourceEnd
