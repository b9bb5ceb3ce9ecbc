import { postCalendarDayRemoval } from '@/features/places/calendar/endpoints'

export const POST = postCalendarDayRemoval
