import { describe, expect, it } from 'vitest'
import { instantAt } from '@/core/instants'
import { calendarOf } from '@/core/workdays'
import en from '@/messages/en/sheets.json'
import zh from '@/messages/zh-CN/sheets.json'
import { renderGone, renderSheet, renderSheets } from './document'
import { sheetView, writtenHours } from './document.fixture'
import { SHEET_POLICY, type SheetOptions, STYLE_HASH } from './frame-document'
import { renderHours } from './hours-document'
import type { SheetView } from './rules'

const calendar = calendarOf([
  { day: '2026-10-01', kind: 'holiday', name: '国庆节' },
  { day: '2026-10-10', kind: 'workday', name: '国庆节' },
])

/** Monday 23 November 2026, 10:00. */
const options = (overrides: Partial<SheetOptions> = {}): SheetOptions => ({
  locale: 'zh-CN',
  isLarge: false,
  messages: zh,
  now: instantAt('2026-11-23', 600),
  calendar,
  ...overrides,
})
const english = (overrides: Partial<SheetOptions> = {}) =>
  options({ locale: 'en', messages: en, ...overrides })
const text = (markup: string) =>
  markup
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

const bare: Partial<SheetView> = {
  stairwell: null,
  captains: [],
  gridMembers: [],
  communityOffice: { name: '古田社区', phone: null, address: null, hours: null, walkMinutes: null },
  propertyPoint: null,
  isLocated: false,
  providers: [],
  flexibleHours: [],
}

describe('the contact sheet', () => {
  it('dials by one link a row, with what the row says in it', () => {
    const markup = renderSheet(sheetView(), options())
    for (const number of ['110', '119', '120', '12345', '19110003774', '052388534592', '19110003780']) {
      expect(markup).toContain(`href="tel:${number}"`)
    }
    expect(text(markup)).toContain('楼栋长 顾建兆 191 1000 3774')
  })

  it('says what is open now and until when, and nothing of the kind where the hours are not understood', () => {
    const shown = text(renderSheet(sheetView(), options()))
    expect(shown).toContain('服务中，至 11:30')
    expect(shown).toContain('有人就开')
    expect(shown).toContain('休息中，18:00 开始')
    const friday = text(renderSheet(sheetView(), options({ now: instantAt('2026-11-27', 18 * 60) })))
    expect(friday).toContain('休息中，周一 8:30 开始')
    const night = text(renderSheet(sheetView(), options({ now: instantAt('2026-11-26', 23 * 60) })))
    expect(night).toContain('休息中，明天 8:30 开始')
    const saturday = text(renderSheet(sheetView(), options({ now: instantAt('2026-11-28', 600) })))
    expect(saturday).toContain('现在需预约')
  })

  it('says what is missing', () => {
    const shown = text(renderSheet(sheetView(bare), options()))
    for (const words of [
      zh.noCaptain,
      zh.noGridMember,
      `古田社区 ${zh.noCommunityOffice}`,
      zh.hoursMissing,
      zh.addressMissing,
      zh.noPropertyPoint,
      zh.notLocated,
    ]) {
      expect(shown).toContain(words)
    }
    expect(text(renderSheet(sheetView({ providers: [] }), options()))).toContain(zh.noProviders)
    const withheld = sheetView({ captains: [{ name: '顾建兆', phone: null }] })
    expect(text(renderSheet(withheld, options()))).toContain(`顾建兆 ${zh.numberWithheld}`)
  })

  it('in English keeps names Chinese and says so, and every other word is English', () => {
    const markup = renderSheet(sheetView(), english())
    expect(markup).toContain('<html lang="en">')
    expect(markup).toContain('<span lang="zh-CN">顾建兆</span>')
    expect(text(markup)).toContain('Mon–Fri 8:30–11:30 , 14:00–17:30')
    const own = markup
      .replace(/<span lang="zh-CN">[^<]*<\/span>/g, '')
      .replace(/<a [^>]*lang="zh-CN"[^>]*>[^<]*<\/a>/, '')
      .replace(/<(style|title)>.*?<\/\1>/gs, '')
      .replace('罗塘街道', '')
    expect(own).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('links its variants and the hours, each keeping what the reader chose', () => {
    const plain = renderSheet(sheetView(), options())
    expect(plain).toContain('href="/b/k7m2p9qx4tznw6hc?large=1"')
    expect(plain).toContain('href="/b/k7m2p9qx4tznw6hc?lang=en"')
    const large = renderSheet(sheetView(), english({ isLarge: true }))
    expect(large).toContain('class="large"')
    expect(large).toContain('href="/b/k7m2p9qx4tznw6hc?lang=en&large=0"'.replace('&', '&amp;'))
    expect(large).toContain('href="/b/k7m2p9qx4tznw6hc/hours?lang=en&amp;large=1"')
    expect(plain).toContain('href="/b/k7m2p9qx4tznw6hc/report"')
    expect(large).toContain('href="/b/k7m2p9qx4tznw6hc/report?lang=en&amp;large=1"')
  })

  it('has no script, no inline style, one style that the policy lets through, and is not for search engines', () => {
    const markup = renderSheet(sheetView(), options())
    expect(markup).not.toMatch(/<script|<link|\son\w+=|\sstyle=|<img/)
    expect(markup).toContain('<meta name="robots" content="noindex">')
    expect(SHEET_POLICY).toContain(`style-src '${STYLE_HASH}'`)
    expect(SHEET_POLICY).toMatch(/^default-src 'none'/)
  })

  it('writes what somebody typed as text, whatever it is', () => {
    const nasty = '<script>alert("1")</script>'
    const view = sheetView({
      compound: nasty,
      captains: [{ name: nasty, phone: '"><b>110' }],
      flexibleHours: [{ title: nasty, place: nasty, phone: null, hours: writtenHours(nasty) }],
    })
    for (const markup of [renderSheet(view, options()), renderHours(view, english())]) {
      expect(markup).not.toContain('<script')
      expect(markup).not.toContain('"><b>')
    }
  })

  it('stays under 30 kB with the longest names and the most rows', () => {
    const hours = writtenHours(
      '夏令时：周一至周五 8:00-11:30，14:30-18:00，周六 9:00-12:00；冬令时：周一至周五 8:30-11:30，14:00-17:30，周六 9:00-12:00',
    )
    const providers = Array.from({ length: 12 }, (_, index) => ({
      category: '社区卫生服务站',
      name: `罗塘街道城南第二社区太平便民社区卫生服务站${index}`,
      phone: '0523-88556794',
      does: '小家电、灯具、水龙头、门锁维修',
      fee: 'free' as const,
      hours,
      walkMinutes: 10,
    }))
    const view = sheetView({
      address: 'https://linzhi.jiangyan.taizhou.gov.cn/b/k7m2p9qx4tznw6hc2mds8rfa',
      compound: '泰州市姜堰区罗塘街道人民银行家属院东区小区',
      providers,
    })
    for (const written of [options(), english({ isLarge: true })]) {
      expect(Buffer.byteLength(renderSheet(view, written))).toBeLessThan(30_000)
    }
  })

  it('many sheets are one document that says nothing of now', () => {
    const markup = renderSheets([sheetView(), sheetView({ building: '4幢' })], options())
    expect(markup.match(/<article /g)).toHaveLength(2)
    expect(markup.match(/<h1/g)).toHaveLength(1)
    expect(text(markup)).not.toContain('服务中')
  })

  it('a code that is no longer in use says where to turn', () => {
    expect(text(renderGone(options()))).toContain('12345')
  })
})

describe('the hours page', () => {
  it('lists the flexible hours first, and what holds today', () => {
    const shown = text(renderHours(sheetView(), options()))
    expect(shown.indexOf('夜间值班')).toBeLessThan(shown.indexOf('古田社区居委会'))
    expect(shown).toContain('今天： 8:30–11:30 、 14:00–17:30')
  })

  it('names the holiday or the make-up workday that changes the hours', () => {
    const on = (day: string) => text(renderHours(sheetView(), options({ now: instantAt(day, 600) })))
    expect(on('2026-10-01')).toContain('今天是法定节假日（国庆节）')
    expect(on('2026-10-10')).toContain('今天调休上班（国庆节）')
    expect(on('2026-10-12')).not.toContain('国庆节')
  })

  it('without any hours it says so', () => {
    expect(text(renderHours(sheetView(bare), options()))).toContain(zh.noHours)
  })
})
