import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the clone, whatever folder the command was called from. */
export const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** DATA_DIR holds all that the embedded start writes; a relative one counts from the clone. */
export const dataDirectory = () => path.resolve(root, process.env.DATA_DIR || '.data')
