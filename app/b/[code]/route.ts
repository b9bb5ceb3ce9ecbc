import { renderSheet } from '@/features/sheets/document'
import { boardDocument } from '@/features/sheets/endpoints'

export const dynamic = 'force-dynamic'

export const GET = boardDocument(renderSheet)
