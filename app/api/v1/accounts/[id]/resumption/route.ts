import { postAccountResumption } from '@/features/people/accounts/endpoints'

export const POST = postAccountResumption
