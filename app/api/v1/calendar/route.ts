import { getCalendar, postCalendarDay } from '@/features/places/calendar/endpoints'

export const GET = getCalendar
export const POST = postCalendarDay
