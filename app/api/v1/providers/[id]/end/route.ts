import { postProviderEnd } from '@/features/providers/register/endpoints'

export const POST = postProviderEnd
