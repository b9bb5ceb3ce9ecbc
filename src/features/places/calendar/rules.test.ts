import { expect, test } from 'vitest'
import { announcedDays } from './rules'

test('the National Day week of 2021 is seven holidays with two make-up workdays around it', () => {
  const around = announcedDays(2021).filter(({ day }) => day >= '2021-09-26' && day <= '2021-10-09')
  expect(around.filter(({ kind }) => kind === 'holiday').map(({ day }) => day)).toEqual(
    ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2021-10-${day}`),
  )
  expect(around.filter(({ kind }) => kind === 'workday').map(({ day }) => day)).toEqual([
    '2021-09-26',
    '2021-10-09',
  ])
  expect(around.every(({ name }) => name === '国庆节')).toBe(true)
})

test('a year that nobody has announced has no days, so that it shows as unknown', () => {
  expect(announcedDays(2099)).toEqual([])
})
