import { postVisitExport } from '@/features/surveys/visits/endpoints'

export const POST = postVisitExport
