import { expect, test } from 'vitest'
import { faultsOf } from '@/features/surveys/questions/rules'
import { questions } from '@/features/surveys/questions/schema'
import { chance } from '../requests/rules'
import { DEMO_QUESTIONS, simulatedAnswers } from './rules'

test('the demo’s questions can be asked, and what its households say can be handed in', () => {
  expect(questions.safeParse(DEMO_QUESTIONS).success).toBe(true)
  const next = chance(7)
  for (let round = 0; round < 200; round++)
    expect(faultsOf(DEMO_QUESTIONS, simulatedAnswers(next), true)).toEqual({})
})
