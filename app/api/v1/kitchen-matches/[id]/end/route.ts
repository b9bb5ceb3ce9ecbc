import { postKitchenMatchEnd } from '@/features/demands/kitchen/endpoints'

export const POST = postKitchenMatchEnd
