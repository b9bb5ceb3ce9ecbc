import { getApiKeys, postApiKey } from '@/features/people/api-keys/endpoints'

export const GET = getApiKeys
export const POST = postApiKey
