import { getHandoverNotes, postHandoverNote } from '@/features/requests/handover/endpoints'

export const GET = getHandoverNotes
export const POST = postHandoverNote
