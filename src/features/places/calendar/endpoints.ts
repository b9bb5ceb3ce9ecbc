import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { addCalendarDay, changeCalendarDay, fillYear, removeCalendarDay } from './commands'
import { calendarOfYear } from './queries'
import {
  calendarDayAsRead,
  calendarDayChanges,
  calendarDayKey,
  calendarYear,
  calendarYearToSeed,
  newCalendarDay,
} from './schema'

export const getCalendar = endpoint({
  method: 'GET',
  path: '/calendar',
  summary: 'Holidays and make-up workdays of a year',
  allow: 'places.read',
  query: calendarYear,
  run: async (act, { query }) => ok({ days: await calendarOfYear(act, query.year) }),
})

export const postCalendarDay = endpoint({
  method: 'POST',
  path: '/calendar',
  summary: 'Add a holiday or make-up workday',
  allow: 'settings.manage',
  body: newCalendarDay,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addCalendarDay(act, body),
})

export const patchCalendarDay = endpoint({
  method: 'PATCH',
  path: '/calendar/{day}',
  summary: 'Change a holiday or make-up workday, as it was read',
  allow: 'settings.manage',
  params: calendarDayKey,
  body: calendarDayChanges,
  idempotent: true,
  run: (act, { params, body }) => changeCalendarDay(act, params.day, body),
})

export const postCalendarDayRemoval = endpoint({
  method: 'POST',
  path: '/calendar/{day}/removal',
  summary: 'Take a day out of the calendar, as it was read',
  allow: 'settings.manage',
  params: calendarDayKey,
  body: calendarDayAsRead,
  idempotent: true,
  run: (act, { params, body }) => removeCalendarDay(act, params.day, body),
})

export const postCalendarYear = endpoint({
  method: 'POST',
  path: '/calendar/years',
  summary: 'Fill in the announced holidays of a year; what the street has entered stays',
  allow: 'settings.manage',
  body: calendarYearToSeed,
  idempotent: true,
  run: (act, { body }) => fillYear(act, body.year),
})
