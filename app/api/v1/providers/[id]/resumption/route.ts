import { postProviderResumption } from '@/features/providers/register/endpoints'

export const POST = postProviderResumption
