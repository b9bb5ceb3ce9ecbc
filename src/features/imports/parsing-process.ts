import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Fault, fault } from './faults'
import type { ParseRequest } from './parse-request'
import { PARSER_HEAP_MEGABYTES, PARSER_MILLISECONDS } from './reading/limits'
import type { Reading } from './registers'

export type ParsingOptions = {
  /** The bundled parser. */
  program?: string
  heapMegabytes?: number
  milliseconds?: number
  signal?: AbortSignal
}

export type Parsed = { ok: true; reading: Reading } | { ok: false; fault: Fault }

const bundled = (): string => join(/* turbopackIgnore: true */ process.cwd(), 'dist', 'parse.mjs')

/** Reads files in a process of its own with bounds on memory and time; it is given no configuration, so a hostile file finds no secrets there. */
export async function parseOutside(
  request: Omit<ParseRequest, 'output'>,
  options: ParsingOptions = {},
): Promise<Parsed> {
  const {
    program = bundled(),
    heapMegabytes = PARSER_HEAP_MEGABYTES,
    milliseconds = PARSER_MILLISECONDS,
    signal,
  } = options
  const folder = await mkdtemp(join(tmpdir(), 'linzhi-parse-'))
  const output = join(folder, 'reading.json')
  try {
    const ended = await run(
      program,
      JSON.stringify({ ...request, output }),
      heapMegabytes,
      milliseconds,
      signal,
    )
    if (ended !== null) return { ok: false, fault: ended }
    return { ok: true, reading: JSON.parse(await readFile(output, 'utf8')) as Reading }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function run(
  program: string,
  request: string,
  heapMegabytes: number,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<Fault | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, program], {
      env: { NODE_ENV: 'production' },
      stdio: ['pipe', 'ignore', 'pipe'],
      signal,
      killSignal: 'SIGKILL',
    })
    let late = false
    let words = ''
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, milliseconds)
    child.stderr.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-4_000)
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(request)
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      if (late) resolve(fault('reading-too-long', { seconds: Math.round(milliseconds / 1000) }))
      else if (code === 0) resolve(null)
      else if (code === null || /heap|out of memory|Array buffer allocation/i.test(words))
        resolve(fault('reading-too-heavy'))
      else reject(new Error(`The parser ended with ${code}: ${words.slice(-500)}`))
    })
  })
}
