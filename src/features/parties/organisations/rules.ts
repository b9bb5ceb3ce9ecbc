import type { Day } from '@/core/instants'
import { LEVELS, type Level } from './schema'

/** The level that stands directly above, or null for the topmost. */
export const levelAbove = (level: Level): Level | null => LEVELS[LEVELS.indexOf(level) - 1] ?? null

/** The level that stands directly below, or null for the last one. */
export const levelBelow = (level: Level): Level | null => LEVELS[LEVELS.indexOf(level) + 1] ?? null

/** Whether an organisation of the level may stand under this parent; no level is skipped, and only the topmost has none above. */
export const mayStandUnder = (level: Level, parent: Level | null): boolean => levelAbove(level) === parent

/** Whether the term has run out without another election; its last day still belongs to it. */
export const isOverdue = (termEndsOn: Day | null, today: Day): boolean =>
  termEndsOn !== null && termEndsOn < today
