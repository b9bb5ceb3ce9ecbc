import { postApiKeyRevocation } from '@/features/people/api-keys/endpoints'

export const POST = postApiKeyRevocation
