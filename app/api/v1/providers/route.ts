import { getProviders, postProvider } from '@/features/providers/register/endpoints'

export const GET = getProviders
export const POST = postProvider
