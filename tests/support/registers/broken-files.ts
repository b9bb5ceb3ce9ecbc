import { deflateRawSync } from 'node:zlib'
import { CFB } from '@e965/xlsx'

type Entry = { name: string; content: Buffer; claims?: number }

/** A zip archive whose directory may claim other sizes than the content has. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claims = content.length } of entries) {
    const packed = deflateRawSync(content, { level: 9 })
    const fileName = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(claims, 22)
    local.writeUInt16LE(fileName.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claims, 24)
    entry.writeUInt16LE(fileName.length, 28)
    entry.writeUInt32LE(offset, 42)
    parts.push(local, fileName, packed)
    directory.push(entry, fileName)
    offset += 30 + fileName.length + packed.length
  }
  const directorySize = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directorySize, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}

const BOOK = Buffer.from('<workbook/>')

/** A few kilobytes that unpack to so many megabytes of nothing. */
export function zipBomb(megabytes: number): Buffer {
  return zipOf([
    { name: 'xl/workbook.xml', content: BOOK },
    { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(megabytes * 1024 * 1024, 0x20) },
  ])
}

/** The same, with a directory that says it is small. */
export function lyingZipBomb(megabytes: number): Buffer {
  return zipOf([
    { name: 'xl/workbook.xml', content: BOOK },
    { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(megabytes * 1024 * 1024, 0x20), claims: 1_000 },
  ])
}

/** A workbook of so many rows, small on disk. */
export function tallWorkbook(rows: number): Buffer {
  const lines = Array.from(
    { length: rows },
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
  )
  return zipOf([
    { name: 'xl/workbook.xml', content: BOOK },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: Buffer.from(`<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`),
    },
  ])
}

/** The container in which a workbook with a password to open is saved. */
export function passwordProtected(): Buffer {
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(64, 1))
  CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(8_192, 2))
  return Buffer.from(CFB.write(container, { type: 'buffer' }))
}

/** A Word file in the old container. */
export function oldWordFile(): Buffer {
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, '/WordDocument', Buffer.alloc(8_192, 1))
  return Buffer.from(CFB.write(container, { type: 'buffer' }))
}

export const WEB_PAGE = Buffer.from(
  '\ufeff<html><body><table><tr><td>小区名称</td></tr></table></body></html>',
)
