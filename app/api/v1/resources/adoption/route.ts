import { postResourceAdoption } from '@/features/demands/resources/endpoints'

export const POST = postResourceAdoption
