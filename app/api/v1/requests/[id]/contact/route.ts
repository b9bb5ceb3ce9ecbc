import { postRequestContact } from '@/features/requests/life/endpoints'

export const POST = postRequestContact
