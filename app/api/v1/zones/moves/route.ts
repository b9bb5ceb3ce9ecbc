import { postCompoundMoves } from '@/features/zones/moves/endpoints'

export const POST = postCompoundMoves
