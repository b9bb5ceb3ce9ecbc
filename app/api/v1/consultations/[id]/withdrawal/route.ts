import { postConsultationWithdrawal } from '@/features/surveys/consultations/endpoints'

export const POST = postConsultationWithdrawal
