import { postDispatchMany } from '@/features/requests/bulk/endpoints'

export const POST = postDispatchMany
