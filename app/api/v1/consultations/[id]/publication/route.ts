import { postConsultationPublication } from '@/features/surveys/consultations/endpoints'

export const POST = postConsultationPublication
