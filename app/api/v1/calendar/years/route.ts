import { postCalendarYear } from '@/features/places/calendar/endpoints'

export const POST = postCalendarYear
