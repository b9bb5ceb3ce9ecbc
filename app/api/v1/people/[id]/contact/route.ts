import { postPersonContact } from '@/features/people/persons/endpoints'

export const POST = postPersonContact
