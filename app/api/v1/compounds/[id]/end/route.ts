import { postCompoundEnd } from '@/features/places/compounds/endpoints'

export const POST = postCompoundEnd
