import { getOperators, postOperator } from '@/features/crews/operators/endpoints'

export const GET = getOperators
export const POST = postOperator
