import { boardDocument } from '@/features/sheets/endpoints'
import { renderHours } from '@/features/sheets/hours-document'

export const dynamic = 'force-dynamic'

export const GET = boardDocument(renderHours)
