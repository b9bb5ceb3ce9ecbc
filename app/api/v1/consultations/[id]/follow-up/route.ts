import { postConsultationFollowUp } from '@/features/surveys/consultations/endpoints'

export const POST = postConsultationFollowUp
