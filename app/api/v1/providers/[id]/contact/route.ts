import { postProviderContact } from '@/features/providers/register/endpoints'

export const POST = postProviderContact
