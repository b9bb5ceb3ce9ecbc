import type { Locale } from '@/core/instants'
import type { CellFault, Fault, FaultCode } from './faults'

/** What is wrong and what to do, in both languages; {name} takes the fault's parameter, {column} its heading. */
const WORDS: Record<FaultCode, Record<Locale, string>> = {
  'file-empty': {
    'zh-CN': '文件是空的：请确认后重新上传',
    en: 'The file is empty: check it and upload it again',
  },
  'file-too-large': {
    'zh-CN': '文件太大（{megabytes} MB，最多 {limit} MB）：请拆成几个文件',
    en: 'The file is too large ({megabytes} MB, at most {limit} MB): split it into several files',
  },
  'file-unpacks-too-large': {
    'zh-CN': '文件解压后太大（最多 {limit} MB）：请删去多余的工作表和图片，或另存为 CSV',
    en: 'The file unpacks to more than {limit} MB: remove unused sheets and pictures, or save it as CSV',
  },
  'file-corrupt': {
    'zh-CN': '文件已损坏，无法读取：请在 Excel 或 WPS 中打开后另存为 .xlsx，再上传',
    en: 'The file is damaged and cannot be read: open it in Excel or WPS, save it as .xlsx and upload that',
  },
  'file-password': {
    'zh-CN': '文件有打开密码：请去掉密码后另存，再上传',
    en: 'The file is protected by a password: save it without one and upload that',
  },
  'file-is-web-page': {
    'zh-CN': '这是网页，不是工作簿（只是改了扩展名）：请在 Excel 或 WPS 中打开后另存为 .xlsx，再上传',
    en: 'This is a web page with a workbook’s name: open it in Excel or WPS, save it as .xlsx and upload that',
  },
  'file-is-no-table': {
    'zh-CN': '不是能读取的表格文件：请上传 .xlsx、.xls 或 .csv',
    en: 'This is no table that can be read: upload .xlsx, .xls or .csv',
  },
  'file-encoding-unknown': {
    'zh-CN': '文字编码无法识别：请另存为“CSV UTF-8”或 .xlsx，再上传',
    en: 'The text encoding is not known: save it as “CSV UTF-8” or .xlsx and upload that',
  },
  'too-many-rows': {
    'zh-CN': '行数太多（最多 {limit} 行）：请拆成几个文件',
    en: 'More than {limit} rows: split the file',
  },
  'too-many-columns': {
    'zh-CN': '列数太多（最多 {limit} 列）：请删去多余的列',
    en: 'More than {limit} columns: remove unused ones',
  },
  'too-many-cells': {
    'zh-CN': '单元格太多（最多 {limit} 个）：请拆成几个文件',
    en: 'More than {limit} cells: split the file',
  },
  'too-many-sheets': {
    'zh-CN': '工作表太多（最多 {limit} 张）：请拆成几个文件',
    en: 'More than {limit} sheets: split the file',
  },
  'reading-too-long': {
    'zh-CN': '读取超过 {seconds} 秒，已停止：请拆成几个文件，或另存为 CSV',
    en: 'Reading took longer than {seconds} s and was stopped: split the files, or save them as CSV',
  },
  'reading-too-heavy': {
    'zh-CN': '文件内容太多，读取已停止：请拆成几个文件，或另存为 CSV',
    en: 'The files hold too much and reading was stopped: split them, or save them as CSV',
  },
  'sheet-hidden': {
    'zh-CN': '隐藏的工作表，没有导入：需要时请取消隐藏后重新上传',
    en: 'A hidden sheet was not imported: unhide it if it is needed',
  },
  'sheet-empty': { 'zh-CN': '工作表没有数据', en: 'The sheet holds no rows' },
  'sheet-unrecognised': {
    'zh-CN': '看不出是哪一种台账，没有导入：请手工指定种类和各列',
    en: 'Not recognised as any register and not imported: choose its kind and columns by hand',
  },
  'sheet-left-out': { 'zh-CN': '按所选，没有导入', en: 'Left out, as was chosen' },
  'column-sensitive': {
    'zh-CN': '敏感个人信息（{heading}），没有导入：系统不需要，请从文件中删去',
    en: 'Sensitive personal data ({heading}) was not imported: it is not needed, remove it from the file',
  },
  missing: { 'zh-CN': '缺{field}：请补填', en: '{field} is missing: fill it in' },
  'missing-name': { 'zh-CN': '缺姓名：请补填', en: 'The name is missing: fill it in' },
  'missing-phone': { 'zh-CN': '缺电话：请补填手机号或座机号', en: 'The phone number is missing: fill it in' },
  'formula-error': {
    'zh-CN': '公式出错：请改成数值或文字',
    en: 'The formula failed: replace it by its value',
  },
  'not-a-number': {
    'zh-CN': '{field}不是数字：请填数字，如 120',
    en: '{field} is not a number: write digits, as 120',
  },
  'not-whole': { 'zh-CN': '{field}不是整数：请填整数', en: '{field} is not a whole number' },
  'out-of-range': {
    'zh-CN': '{field}超出范围（{min} 到 {max}）：请核对',
    en: '{field} is out of range ({min} to {max}): check it',
  },
  'coordinates-out-of-range': {
    'zh-CN': '经纬度超出范围：{field}应在 {min} 到 {max} 之间，请核对小数点，以及经度、纬度是否填反',
    en: 'Coordinates out of range: {field} lies between {min} and {max}; check the decimal point and that the two are not swapped',
  },
  'mobile-length': {
    'zh-CN': '手机号位数不对（现为 {digits} 位，应为 11 位）：请核对',
    en: 'The mobile number has {digits} digits instead of 11: check it',
  },
  'rounded-number': {
    'zh-CN': '电话被显示成科学计数，末几位已丢失：请把单元格设为文本后重填',
    en: 'The phone number was rounded by the spreadsheet: set the cell to text and write it again',
  },
  'not-a-phone': {
    'zh-CN': '不是电话号码：请填 11 位手机号，或带区号的座机号',
    en: 'Not a phone number: write a mobile number or a landline with its area code',
  },
  'phone-left-out': {
    'zh-CN': '第二个号码“{text}”不对，没有导入：请核对',
    en: 'The second number “{text}” is wrong and was left out',
  },
  'phone-spelt-again': {
    'zh-CN': '“{name}”另有号码 {other}：如是同一人请统一',
    en: '“{name}” also has the number {other}: make them one if it is the same person',
  },
  'several-people': {
    'zh-CN': '一格里有几个人：请每人一行',
    en: 'Several people in one cell: give each a row',
  },
  'not-a-name': { 'zh-CN': '不是姓名：请核对', en: 'Not a name: check it' },
  'not-a-building': {
    'zh-CN': '看不懂楼栋号“{text}”：请写成 3幢 或 3幢、5幢',
    en: 'The building “{text}” is not understood: write 3幢 or 3幢、5幢',
  },
  'range-backwards': {
    'zh-CN': '楼栋范围“{text}”前大后小：请核对',
    en: 'The range “{text}” runs backwards: check it',
  },
  'range-too-long': {
    'zh-CN': '楼栋范围“{text}”太长：请核对',
    en: 'The range “{text}” is too long: check it',
  },
  'became-a-date': {
    'zh-CN': '楼栋号被 Excel 变成了日期：请把单元格设为文本后重填',
    en: 'The spreadsheet turned the building number into a date: set the cell to text and write it again',
  },
  'several-buildings': {
    'zh-CN': '一格里有几幢楼：请每幢一行',
    en: 'Several buildings in one cell: give each a row',
  },
  'date-invalid': {
    'zh-CN': '日期无效：没有这一天，或看不懂，请写成 2021-03-16',
    en: 'Invalid date: write it as 2021-03-16',
  },
  'month-ambiguous': {
    'zh-CN': '日期无效：分不清是 1 月还是 10 月，请写成 2019-10',
    en: 'Invalid date: January or October? Write it as 2019-10',
  },
  'month-assumed': { 'zh-CN': '只有年份，按 1 月计', en: 'Only the year is given: January is taken' },
  'year-approximate': {
    'zh-CN': '年份是约数，按 {year} 年计',
    en: 'The year is approximate: {year} is taken',
  },
  'year-left-out': {
    'zh-CN': '看不出是哪一年，没有导入：请写成 1998',
    en: 'The year is not understood and was left out: write it as 1998',
  },
  'rating-invalid': { 'zh-CN': '满意度无效：应为 1 到 5', en: 'Invalid satisfaction: it is 1 to 5' },
  'word-unknown': {
    'zh-CN': '“{text}”不在可填的内容里，没有导入：可填 {known}',
    en: '“{text}” is not a known word and was left out: known are {known}',
  },
  'merged-number': {
    'zh-CN': '数字在合并的单元格里，分不到每一行，没有导入：请拆开合并后分别填写',
    en: 'A number in merged cells cannot be divided over the rows and was left out',
  },
  'taken-from-above': {
    'zh-CN': '{count} 行的{field}是空的，按上面一行“{value}”起逐行补上',
    en: '{field} was blank in {count} rows and taken from the row above',
  },
  'level-unknown': {
    'zh-CN': '层级“{text}”不认识：请写社区党委、红色物业指挥室、网格党支部、楼栋党小组或党员中心户',
    en: 'The level “{text}” is not known',
  },
  'compound-duplicate': {
    'zh-CN': '同名小区重复：与{where}相同，请只留一行',
    en: 'A compound of the same name stands in {where}: keep one',
  },
  'compound-unknown': {
    'zh-CN': '小区不存在：请核对名称，或先把“{name}”填进小区台账',
    en: 'No such compound: check the name, or add “{name}” to the compounds',
  },
  'compound-refused': {
    'zh-CN': '小区不存在：“{name}”所在的{where}已被退回，请先改正那一行',
    en: 'No such compound: its row in {where} was refused, put that right first',
  },
  'building-duplicate': {
    'zh-CN': '楼栋重复：与{where}相同，请只留一行',
    en: 'The same building stands in {where}: keep one',
  },
  'building-unknown': {
    'zh-CN': '楼栋不存在：请核对，或先把“{name}”填进楼栋台账',
    en: 'No such building: check it, or add “{name}” to the buildings',
  },
  'grid-duplicate': {
    'zh-CN': '网格编号重复：与{where}相同，请只留一行',
    en: 'The same grid stands in {where}: keep one',
  },
  'grid-unknown': {
    'zh-CN': '网格不存在：请核对编号，或先把“{name}”填进网格台账',
    en: 'No such grid: check the code, or add “{name}” to the grids',
  },
  'grid-code-foreign': {
    'zh-CN': '网格编号不属于本街道（{street}）：请核对',
    en: 'The grid code is not of this street ({street}): check it',
  },
  'community-unknown': {
    'zh-CN': '社区不存在：请核对名称“{name}”，或先填网格台账',
    en: 'No such community: check “{name}”, or add its grids first',
  },
  'community-duplicate': {
    'zh-CN': '社区重复：与{where}相同，请只留一行',
    en: 'The same community stands in {where}: keep one',
  },
  'member-duplicate': {
    'zh-CN': '同一网格员重复：与{where}相同，请只留一行',
    en: 'The same grid member stands in {where}: keep one',
  },
  'captain-duplicate': {
    'zh-CN': '重复：与{where}是同一人、同一楼栋，请只留一行',
    en: 'Duplicate: the same person and building stand in {where}; keep one',
  },
  'building-has-captain': {
    'zh-CN': '“{building}”已有楼栋长{name}（{where}）：一幢楼同时只有一位，请核对',
    en: '“{building}” has a captain already, {name} ({where}): a building has one at a time',
  },
  'provider-duplicate': {
    'zh-CN': '同类同名服务点重复：与{where}相同，请只留一行',
    en: 'The same provider stands in {where}: keep one',
  },
  'worker-duplicate': {
    'zh-CN': '工号重复：与{where}相同，请核对',
    en: 'The same employee number stands in {where}: check it',
  },
  'number-duplicate': {
    'zh-CN': '问卷编号重复：与{where}相同，请核对',
    en: 'The same questionnaire number stands in {where}: check it',
  },
  'organisation-duplicate': {
    'zh-CN': '同一层级名称重复：与{where}相同，请只留一行',
    en: 'The same organisation stands in {where}: keep one',
  },
  'parent-unknown': {
    'zh-CN': '上级“{name}”不存在：请核对名称，或补上该党组织',
    en: 'The parent “{name}” does not exist: check the name or add it',
  },
  'community-differs': {
    'zh-CN': '小区“{compound}”在小区台账属{one}，其楼栋的网格属{other}：已按小区台账导入，请核对',
    en: '“{compound}” is of {one} in its register, but its buildings’ grids are of {other}: imported as in the register',
  },
  'community-names-differ': {
    'zh-CN': '社区代码 {code} 有两个名称：{one}、{other}，已按前者导入',
    en: 'The community code {code} has two names, {one} and {other}: the first was taken',
  },
  'building-count-differs': {
    'zh-CN': '“{name}”填 {stated} 幢，楼栋台账里是 {counted} 幢：请核对',
    en: '“{name}” states {stated} buildings, its register has {counted}: check it',
  },
  'grid-differs': {
    'zh-CN': '“{building}”在楼栋台账属网格 {one}，这里填 {other}：已按楼栋台账，请核对',
    en: '“{building}” is of grid {one} in its register, here of {other}: the register holds',
  },
  'covered-compound-unknown': {
    'zh-CN': '覆盖小区“{name}”不存在，没有导入：请核对名称',
    en: 'The covered compound “{name}” does not exist and was left out',
  },
  'building-reference-left-out': {
    'zh-CN': '楼栋“{name}”不存在，只记到小区：请核对',
    en: 'The building “{name}” does not exist; only the compound is kept',
  },
  'fields-differ': {
    'zh-CN': '与{where}同一人，但{fields}不同：已按前一行',
    en: 'The same person as in {where} with other {fields}: the first row holds',
  },
  'captain-succeeds': {
    'zh-CN': '“{building}”原由{name}任楼栋长，将改为本行的人',
    en: '“{building}” had the captain {name} and passes to this row’s person',
  },
  'phone-changed': {
    'zh-CN': '{name}的电话将由 {old} 改为 {new}',
    en: 'The phone number of {name} changes from {old} to {new}',
  },
  'second-phone-not-kept': {
    'zh-CN': '第二个号码 {phone} 没有导入：每人只记一个号码，如应以它为准请只填它',
    en: 'The second number {phone} was not imported: one number is kept; give only this one if it is the right one',
  },
}

/** The field's name for people, where a wording asks for it and the fault does not give one. */
const filled = (words: string, params: Record<string, string>): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole)

const whereOf = ({ file, sheet, row }: Record<string, string>, locale: Locale): string => {
  if (row === undefined) return ''
  if (locale === 'en') return file === undefined ? `row ${row}` : `row ${row} of “${sheet}” in ${file}`
  return file === undefined ? `第 ${row} 行` : `《${file}》“${sheet}”第 ${row} 行`
}

export function faultText(given: Fault & { column?: string }, locale: Locale): string {
  const params = given.params ?? {}
  return filled(WORDS[given.code][locale], {
    field: given.column ?? '',
    where: whereOf(params, locale),
    ...params,
  })
}

/** One sentence for all that is wrong with a row. */
export function reasonText(faults: readonly CellFault[], locale: Locale): string {
  return faults.map((given) => faultText(given, locale)).join(locale === 'en' ? '; ' : '；')
}
