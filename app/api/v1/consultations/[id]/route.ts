import { getConsultation, patchConsultation } from '@/features/surveys/consultations/endpoints'

export const GET = getConsultation
export const PATCH = patchConsultation
