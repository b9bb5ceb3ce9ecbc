import { getMediations, postMediation } from '@/features/logbook/mediations/cases/endpoints'

export const GET = getMediations
export const POST = postMediation
