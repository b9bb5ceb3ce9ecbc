import { createInflateRaw } from 'node:zlib'
import { type Fault, fault } from '../faults'
import type { Limits } from './limits'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const MEGABYTE = 1024 * 1024
/** Below this a ratio says nothing: an empty workbook packs well too. */
const RATIO_FROM_BYTES = 20 * MEGABYTE
const CHUNK = 64 * 1024

type Entry = { name: string; method: number; packed: number; unpacked: number; offset: number }

const endOfDirectory = (bytes: Buffer): number => {
  for (let place = bytes.length - 22; place >= Math.max(0, bytes.length - 22 - 0xffff); place--)
    if (bytes.readUInt32LE(place) === END_OF_DIRECTORY) return place
  return -1
}

const readDirectory = (bytes: Buffer): Entry[] | null => {
  const end = endOfDirectory(bytes)
  if (end < 0) return null
  const count = bytes.readUInt16LE(end + 10)
  let place = bytes.readUInt32LE(end + 16)
  const entries: Entry[] = []
  for (let index = 0; index < count; index++) {
    if (place + 46 > bytes.length || bytes.readUInt32LE(place) !== DIRECTORY_ENTRY) return null
    const nameLength = bytes.readUInt16LE(place + 28)
    entries.push({
      name: bytes.toString('utf8', place + 46, place + 46 + nameLength),
      method: bytes.readUInt16LE(place + 10),
      packed: bytes.readUInt32LE(place + 20),
      unpacked: bytes.readUInt32LE(place + 24),
      offset: bytes.readUInt32LE(place + 42),
    })
    place += 46 + nameLength + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32)
  }
  return entries
}

const contentOf = (bytes: Buffer, entry: Entry): Buffer | null => {
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== LOCAL_ENTRY) return null
  const start =
    entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  return start + entry.packed > bytes.length ? null : bytes.subarray(start, start + entry.packed)
}

type Measured = { bytes: number; rows: number; cells: number }

/** Counts what an entry unpacks to without keeping it, and stops at the first byte too many. */
async function measure(
  content: Buffer,
  method: number,
  most: number,
  isSheet: boolean,
): Promise<Measured | 'corrupt'> {
  const found: Measured = { bytes: 0, rows: 0, cells: 0 }
  let tail = ''
  const count = (chunk: Buffer) => {
    found.bytes += chunk.length
    if (!isSheet) return
    const text = tail + chunk.toString('latin1')
    found.rows += text.split('<row ').length - 1
    found.cells += text.slice(Math.max(0, tail.length - 2)).split('<c ').length - 1
    tail = text.slice(-4)
  }
  if (method === 0) {
    count(content)
    return found
  }
  if (method !== 8) return 'corrupt'
  const inflater = createInflateRaw({ chunkSize: CHUNK })
  inflater.end(content)
  try {
    for await (const chunk of inflater) {
      count(chunk as Buffer)
      if (found.bytes > most) break
    }
  } catch {
    return 'corrupt'
  } finally {
    inflater.destroy()
  }
  return found
}

/** Refuses a workbook that would unpack to more than the limits; sizes that the directory only claims are not believed. */
export async function checkArchive(bytes: Buffer, limits: Limits): Promise<Fault | null> {
  const entries = readDirectory(bytes)
  if (!entries) return fault('file-corrupt')
  if (!entries.some((entry) => /^xl\/workbook\.(xml|bin)$/.test(entry.name))) return fault('file-is-no-table')
  const tooLarge = fault('file-unpacks-too-large', { limit: Math.round(limits.unpackedBytes / MEGABYTE) })
  const claimed = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (claimed > limits.unpackedBytes || entries.length > limits.archiveEntries) return tooLarge
  if (claimed > RATIO_FROM_BYTES && claimed > bytes.length * limits.unpackRatio) return tooLarge
  let [total, cells] = [0, 0]
  for (const entry of entries) {
    const content = contentOf(bytes, entry)
    if (!content) return fault('file-corrupt')
    const isSheet = /^xl\/worksheets\/[^/]+\.xml$/.test(entry.name)
    const found = await measure(content, entry.method, entry.unpacked, isSheet)
    if (found === 'corrupt') return fault('file-corrupt')
    if (found.bytes > entry.unpacked) return tooLarge
    total += found.bytes
    cells += found.cells
    if (total > limits.unpackedBytes) return tooLarge
    if (found.rows > limits.rows) return fault('too-many-rows', { limit: limits.rows })
    if (cells > limits.cells) return fault('too-many-cells', { limit: limits.cells })
  }
  return null
}
