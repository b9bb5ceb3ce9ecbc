import { expect, test } from 'vitest'
import type { Waiting } from '@/ui/outbox/store'
import { byBuilding, type KeptSurvey, shownDoors, subjectOf } from './kept-surveys'

const door = (householdId: string, buildingId: string) => ({
  householdId,
  buildingId,
  building: buildingId,
  door: householdId,
  formId: 'f',
  number: householdId,
  state: 'open' as const,
})
const survey: KeptSurvey = {
  id: 's',
  name: '调查',
  nameEn: null,
  forms: [],
  doors: [door('1', 'a'), door('2', 'b'), door('3', 'a')],
}
const waits = (subject: string, state: 'waiting' | 'failed') => ({ subject, state }) as Waiting

test('a door whose answers wait in the phone is not rung at again, and one that was refused shows', () => {
  const shown = shownDoors(survey, [
    waits(subjectOf('s', '1'), 'waiting'),
    waits(subjectOf('s', '2'), 'failed'),
    waits(subjectOf('other', '3'), 'waiting'),
  ])
  expect(shown.map(({ state }) => state)).toEqual(['waiting', 'failed', 'open'])
})

test('doors stand with their buildings, none lost', () => {
  const groups = byBuilding(shownDoors(survey, []))
  expect(groups.map(({ id, doors }) => [id, doors.map(({ householdId }) => householdId)])).toEqual([
    ['a', ['1', '3']],
    ['b', ['2']],
  ])
})
