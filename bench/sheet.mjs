import fs from 'node:fs'
import path from 'node:path'
import { root } from '../scripts/lib/paths.mjs'
import { answersPerSecond } from './load.mjs'
import { medianOf } from './measure.mjs'

const ROUNDS = 3

/** The built file that Next serves as it stands and whose size is nearest to the one given. */
function staticFileNear(bytes) {
  const folder = path.join(root, '.next', 'static')
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .map((file) => ({ file, size: fs.statSync(file).size }))
  const [nearest] = files.sort((one, other) => Math.abs(one.size - bytes) - Math.abs(other.size - bytes))
  return { url: `/_next/static/${path.relative(folder, nearest.file)}`, bytes: nearest.size }
}

/** A contact sheet beside a static file of its size from the same server, turn by turn, in answers per second. */
export async function compareSheet({ address }, code) {
  const sheet = `${address}/b/${code}`
  const bytes = (await (await fetch(sheet)).arrayBuffer()).byteLength
  const plain = staticFileNear(bytes)
  const rates = { sheet: [], plain: [] }
  for (let round = 0; round < ROUNDS; round++) {
    rates.plain.push(await answersPerSecond(address + plain.url))
    rates.sheet.push(await answersPerSecond(sheet))
  }
  return { sheet: medianOf(rates.sheet), plain: medianOf(rates.plain), bytes, plainBytes: plain.bytes }
}
