import { getOwnBook } from '@/features/logbook/own-book/endpoints'

export const GET = getOwnBook
