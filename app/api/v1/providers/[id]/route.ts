import { getProvider, patchProvider } from '@/features/providers/register/endpoints'

export const GET = getProvider
export const PATCH = patchProvider
