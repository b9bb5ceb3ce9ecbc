import { patchOperator } from '@/features/crews/operators/endpoints'

export const PATCH = patchOperator
