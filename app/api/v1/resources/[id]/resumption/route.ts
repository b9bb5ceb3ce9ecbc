import { postResourceResumption } from '@/features/demands/resources/endpoints'

export const POST = postResourceResumption
