import { postMessagesWithdrawal } from '@/features/people/residents/own/endpoints'

export const POST = postMessagesWithdrawal
