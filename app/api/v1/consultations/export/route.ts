import { postConsultationExport } from '@/features/surveys/consultations/endpoints'

export const POST = postConsultationExport
