import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import {
  lyingZipBomb,
  oldWordFile,
  passwordProtected,
  tallWorkbook,
  WEB_PAGE,
  zipBomb,
} from '../../../tests/support/registers/broken-files'
import { textOf, workbookOf } from '../../../tests/support/registers/workbook'
import { LIMITS } from './reading/limits'
import { readRegisterFile } from './reading/register-file'
import { readRegisters } from './registers'

const refusal = async (name: string, bytes: Buffer) => {
  const read = await readRegisterFile(name, bytes)
  return read.ok ? 'read' : read.fault.code
}
const book = workbookOf([
  {
    name: '小区',
    rows: [
      ['小区名称', '所属社区', '户数'],
      ['前进小区', '荷叶社区', 12],
    ],
  },
])

describe('files that are not what they seem', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'file-empty'],
    ['a workbook without a cell', workbookOf([{ name: '空', rows: [] }]), 'file-empty'],
    ['a web page named .xlsx', WEB_PAGE, 'file-is-web-page'],
    ['a password', passwordProtected(), 'file-password'],
    ['an old Word file', oldWordFile(), 'file-is-no-table'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), 'file-is-no-table'],
    ['binary rubbish', Buffer.from([1, 0, 2, 0, 3, 0, 255]), 'file-is-no-table'],
    ['a workbook cut in half', book.subarray(0, book.length / 2), 'file-corrupt'],
    [
      'a workbook with a damaged middle',
      Buffer.concat([book.subarray(0, 60), Buffer.alloc(300, 7), book.subarray(360)]),
      'file-corrupt',
    ],
    ['a zip bomb', zipBomb(40), 'file-unpacks-too-large'],
    ['a zip bomb that lies about its size', lyingZipBomb(40), 'file-unpacks-too-large'],
    ['too many megabytes', Buffer.alloc(LIMITS.fileBytes + 1, 0x41), 'file-too-large'],
    ['250,000 rows of text', Buffer.from('小区名称,所属社区\n'.repeat(250_000)), 'too-many-rows'],
    ['250,000 rows of a workbook', tallWorkbook(250_000), 'too-many-rows'],
    ['too many columns', Buffer.from(`${'a,'.repeat(400)}\n`), 'too-many-columns'],
    ['text in no encoding', Buffer.from([0x80, 0xff, 0xff, 0x81, 0x0a]), 'file-encoding-unknown'],
  ])('%s is refused with words', async (_, bytes, code) => {
    expect(await refusal('台账.xlsx', bytes)).toBe(code)
  })

  it('what a file is, its bytes decide: a text table named .xls is read', async () => {
    expect(await refusal('台账.xls', Buffer.from('小区名称\t所属社区\n前进小区\t荷叶社区\n'))).toBe('read')
    expect(await refusal('台账.csv', book)).toBe('read')
  })

  it('one broken file does not keep the others out', async () => {
    const reading = await readRegisters([
      { name: 'a.xlsx', bytes: WEB_PAGE },
      { name: 'b.xlsx', bytes: book },
    ])
    expect(reading.files.map(({ refused, sheets }) => [refused?.code, sheets.length])).toEqual([
      ['file-is-web-page', 0],
      [undefined, 1],
    ])
  })
})

describe('text tables', () => {
  const rows = [
    ['小区名称', '所属社区', '户数'],
    ['前进小区', '荷叶社区', '12'],
    ['“老”院，\n北区', '荷叶社区', '1,024'],
  ]
  const bytesOf = (encoding: string, delimiter: string) =>
    iconv.encode(textOf(rows, delimiter), encoding, { addBOM: encoding !== 'gb18030' && encoding !== 'utf8' })

  it.each([
    ['utf8', ','],
    ['utf-8', ','],
    ['gb18030', ','],
    ['gb18030', ';'],
    ['gb18030', '\t'],
    ['utf-16le', '\t'],
    ['utf-16be', ','],
  ])('%s with %j between is read alike', async (encoding, delimiter) => {
    const [file] = (await readRegisters([{ name: 'x.csv', bytes: bytesOf(encoding, delimiter) }])).files
    const [table] = file?.sheets[0]?.tables ?? []
    expect(table?.rows.map(({ row, values }) => [row, values])).toEqual([
      [2, { name: '前进小区', community: '荷叶社区', householdCount: 12 }],
      [3, { name: '“老”院，北区', community: '荷叶社区', householdCount: 1024 }],
    ])
  })

  it('an Excel text table with its own first line and its own way of keeping numbers is read', async () => {
    const bytes = Buffer.from('sep=;\r\n姓名;联系电话;所属网格\r\n钱小;="19110000007";G-1\r\n')
    const [file] = (await readRegisters([{ name: 'x.csv', bytes }])).files
    expect(file?.sheets[0]?.tables[0]?.rows[0]).toMatchObject({
      row: 3,
      values: { phone: '19110000007', grid: ['G-1'] },
    })
  })
})

describe('old workbooks', () => {
  it.each(['biff8'] as const)('%s keeps its Chinese', async (kind) => {
    const rows = [
      ['小区名称', '所属社区', '户数'],
      ['前进小区', '荷叶社区', 12],
    ]
    const [file] = (
      await readRegisters([{ name: 'x.xls', bytes: workbookOf([{ name: '小区', rows }], kind) }])
    ).files
    expect(file?.sheets[0]?.tables[0]?.rows[0]?.values).toEqual({
      name: '前进小区',
      community: '荷叶社区',
      householdCount: 12,
    })
  })

  it('a workbook is one whatever its name ends in', async () => {
    const bytes = readFileSync('demo/luotang/06-服务队伍.xlsx')
    expect(await refusal('06.anything', bytes)).toBe('read')
  })
})
