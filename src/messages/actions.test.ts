import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { MOVES, transitionOf } from '@/features/requests/life/rules'
import en from './en/timeline.json'
import zh from './zh-CN/timeline.json'

const source = path.resolve(import.meta.dirname, '..')
const NAMED = /action: (?:[\w.]+ \? )?'([a-z-]+(?:\.[a-z-]+)+)'(?: : '([a-z-]+(?:\.[a-z-]+)+)')?/g

/** Every action that a command writes into the audit by name, and those that requests make of their moves. */
function recordedActions(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  )
  const named = files.flatMap((file) =>
    [...readFileSync(path.join(source, file), 'utf8').matchAll(NAMED)].flatMap(([, one, other]) =>
      [one, other].filter((name): name is string => name !== undefined),
    ),
  )
  const moves = MOVES.filter((move) => transitionOf(move).by.some((mover) => mover.startsWith('requests.')))
  return [...new Set([...named, ...moves.map((move) => `request.${move}`)])]
}

const isWorded = (words: object, action: string): boolean =>
  typeof action
    .split('.')
    .reduce<unknown>((inner, part) => (inner as Record<string, unknown> | undefined)?.[part], words) ===
  'string'

test('every action of the audit has words in both languages', () => {
  const actions = recordedActions()
  expect(actions.length).toBeGreaterThan(80)
  expect(actions.filter((action) => !isWorded(zh.actions, action) || !isWorded(en.actions, action))).toEqual(
    [],
  )
})
