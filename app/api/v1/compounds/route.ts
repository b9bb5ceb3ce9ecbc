import { getCompounds, postCompound } from '@/features/places/compounds/endpoints'

export const GET = getCompounds
export const POST = postCompound
