import { postDispatchPreview } from '@/features/requests/bulk/endpoints'

export const POST = postDispatchPreview
