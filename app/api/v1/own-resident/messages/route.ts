import { postMessagesConsent } from '@/features/people/residents/own/endpoints'

export const POST = postMessagesConsent
