import { patchCalendarDay } from '@/features/places/calendar/endpoints'

export const PATCH = patchCalendarDay
