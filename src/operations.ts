import * as compounds from '@/features/places/compounds/endpoints'
import type { Handler } from '@/server/endpoint'

/** Every declared operation of the API, by the module that declares it. */
const MODULES: readonly Record<string, Handler>[] = [compounds]

export const OPERATIONS: readonly Handler[] = MODULES.flatMap((module) => Object.values(module))
