import type { Tx } from './db'
import type { Principal } from './principal'

/** All that a command or a query knows of the world. */
export type Act = { tx: Tx; principal: Principal; now: Date; requestId: string }
