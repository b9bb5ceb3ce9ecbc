export type FileFormat = 'workbook-xlsx' | 'workbook-xls' | 'password' | 'web-page' | 'text' | 'other'

const startsWith = (bytes: Buffer, ...signature: number[]): boolean =>
  signature.every((byte, place) => bytes[place] === byte)

const BINARY_SIGNATURES = [
  '%PDF',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'Rar!',
  '7z\xbc\xaf',
  '{\\rtf',
  '\x1f\x8b',
  'BM',
]

const OLE_DIRECTORY_NAME = (name: string): Buffer => Buffer.from(name, 'utf16le')

/** The first bytes say what a file is; its name says only what somebody called it. */
export function formatOf(bytes: Buffer): FileFormat {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'workbook-xlsx'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return insideOle(bytes)
  if (startsWith(bytes, 0x09, 0x08) || startsWith(bytes, 0x09, 0x04)) return 'workbook-xls'
  const head = bytes.subarray(0, 4096).toString('latin1')
  if (BINARY_SIGNATURES.some((signature) => head.startsWith(signature))) return 'other'
  if (
    /^[\s\xef\xbb\xbf\xff\xfe]*<(!doctype|html|head|meta|body|table|style|\?xml|!--)/i.test(
      head.replaceAll('\0', ''),
    )
  )
    return 'web-page'
  const utf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)
  return !utf16 && bytes.includes(0) ? 'other' : 'text'
}

/** Old workbooks, encrypted new ones and Word files share one container; the streams inside tell them apart. */
function insideOle(bytes: Buffer): FileFormat {
  if (bytes.includes(OLE_DIRECTORY_NAME('EncryptedPackage'))) return 'password'
  if (bytes.includes(OLE_DIRECTORY_NAME('WordDocument'))) return 'other'
  return bytes.includes(OLE_DIRECTORY_NAME('Workbook')) || bytes.includes(OLE_DIRECTORY_NAME('Book'))
    ? 'workbook-xls'
    : 'other'
}
