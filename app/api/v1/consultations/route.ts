import { getConsultations, postConsultation } from '@/features/surveys/consultations/endpoints'

export const GET = getConsultations
export const POST = postConsultation
