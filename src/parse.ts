import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { text } from 'node:stream/consumers'
import { type ParseRequest, parseRequest } from './features/imports/parse-request'
import { readRegisters } from './features/imports/registers'

/** Reads register files in a process of its own, which its parent may stop: files as arguments, or a request as JSON on standard input. */
async function requestOf(paths: readonly string[]): Promise<ParseRequest> {
  if (paths.length > 0) return { files: paths.map((path) => ({ name: basename(path), path })), teachings: [] }
  return parseRequest.parse(JSON.parse(await text(process.stdin)))
}

const { files, teachings, output } = await requestOf(process.argv.slice(2))
const opened = await Promise.all(files.map(async ({ name, path }) => ({ name, bytes: await readFile(path) })))
const answer = JSON.stringify(await readRegisters(opened, teachings))
if (output === undefined) process.stdout.write(answer)
else await writeFile(output, answer)
