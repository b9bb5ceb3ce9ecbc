import type { Waiting } from '@/ui/outbox/store'
import type { Question } from '../../questions/schema'

/** What the phone got to go from door to door by, in the form in which it was sent. */
export type KeptSurveys = {
  surveys: {
    id: string
    name: string
    nameEn: string | null
    forms: { id: string; questions: Question[] }[]
    doors: {
      householdId: string
      formId: string
      number: string
      buildingId: string
      building: string
      door: string
      state: 'open' | 'returned' | 'declined'
    }[]
  }[]
}

export type KeptSurvey = KeptSurveys['surveys'][number]
type KeptDoor = KeptSurvey['doors'][number]
/** A door as the phone shows it: what waits here to be sent counts as said. */
export type ShownDoor = Omit<KeptDoor, 'state'> & { state: KeptDoor['state'] | 'waiting' | 'failed' }

export const answersUrl = (surveyId: string): string => `/api/v1/surveys/${surveyId}/door-answers`
export const refusalUrl = (surveyId: string): string => `/api/v1/surveys/${surveyId}/door-refusals`

/** Entries of one door are sent in order. */
export const subjectOf = (surveyId: string, householdId: string): string => `${surveyId} ${householdId}`

/** The doors of a campaign with what waits in the phone laid over them. */
export function shownDoors(survey: KeptSurvey, waiting: readonly Waiting[]): ShownDoor[] {
  const own = new Map(waiting.map((entry) => [entry.subject, entry.state] as const))
  return survey.doors.map((door) => ({
    ...door,
    state: own.get(subjectOf(survey.id, door.householdId)) ?? door.state,
  }))
}

/** Doors building by building, in the order of the walk. */
export function byBuilding(doors: readonly ShownDoor[]): { id: string; name: string; doors: ShownDoor[] }[] {
  const found = new Map<string, { id: string; name: string; doors: ShownDoor[] }>()
  for (const door of doors) {
    const group = found.get(door.buildingId) ?? { id: door.buildingId, name: door.building, doors: [] }
    group.doors.push(door)
    found.set(door.buildingId, group)
  }
  return [...found.values()]
}
