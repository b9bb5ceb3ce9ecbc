import type { Answers, Option, Question } from '@/features/surveys/questions/schema'

const asked = (
  key: string,
  kind: Question['kind'],
  [text, textEn]: [string, string],
  more: Partial<Question> = {},
): Question => ({
  key,
  kind,
  text,
  textEn,
  required: false,
  options: [],
  rows: [],
  most: null,
  min: null,
  max: null,
  showIf: null,
  ...more,
})

const choices = (...words: [string, string][]): Option[] =>
  words.map(([label, labelEn], place) => ({ code: `o${place + 1}`, label, labelEn }))

const SERVICES = choices(
  ['楼道保洁', 'Cleaning of stairwells'],
  ['垃圾清运', 'Rubbish collection'],
  ['水电急修', 'Urgent repairs'],
  ['夜间巡逻', 'Patrols at night'],
)

/** A short questionnaire with a question of every kind, of which one hangs on another. */
export const DEMO_QUESTIONS: readonly Question[] = [
  asked('used', 'single', ['今年用过便民服务吗？', 'Have you used the services this year?'], {
    required: true,
    options: choices(['用过', 'Yes'], ['没用过', 'No']),
  }),
  asked('which', 'multiple', ['用过哪些？', 'Which ones?'], {
    required: true,
    options: SERVICES,
    most: 3,
    showIf: { question: 'used', is: ['o1'] },
  }),
  asked('satisfied', 'scale', ['总的满意吗？5分最满意', 'How satisfied are you? 5 is best'], {
    required: true,
    min: 1,
    max: 5,
  }),
  asked('sides', 'matrix', ['各方面怎么样？', 'How are its sides?'], {
    options: choices(['好', 'Good'], ['一般', 'Fair'], ['差', 'Poor']),
    rows: choices(['及时', 'In time'], ['态度', 'Manner'], ['质量', 'Quality']),
  }),
  asked('first', 'ranking', ['明年先加强哪些？', 'What should come first next year?'], {
    options: SERVICES,
    most: 2,
  }),
  asked('people', 'number', ['家里常住几人？', 'How many live in the household?'], { min: 1, max: 20 }),
  asked('words', 'text', ['还有什么要说的？', 'Is there anything else?']),
]

const SAID = ['楼道灯要亮一点。', '师傅来得很快。', '希望晚上也能修水管。']

/** What a simulated household says; `next` gives numbers from 0 to 1. */
export function simulatedAnswers(next: () => number): Answers {
  const pick = (count: number) => Math.floor(next() * count)
  const used = pick(3) > 0
  const first = 1 + pick(4)
  const words = SAID[pick(SAID.length * 3)]
  return {
    used: used ? 'o1' : 'o2',
    ...(used ? { which: [`o${first}`] } : {}),
    satisfied: Math.min(5, 2 + pick(4)),
    sides: Object.fromEntries(['o1', 'o2', 'o3'].map((row) => [row, `o${1 + pick(2)}`])),
    first: [`o${first}`, `o${(first % 4) + 1}`],
    people: 1 + pick(5),
    ...(words ? { words } : {}),
  }
}
