import { cookies, headers } from 'next/headers'
import type { Formats } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import { ZONE } from '@/core/instants'
import { type Locale, localeFrom } from './locale'
import { loadMessages } from './messages'

const FORMATS = {
  dateTime: {
    day: { year: 'numeric', month: 'long', day: 'numeric' },
    dayAndWeekday: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' },
    moment: {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    },
    momentAndWeekday: {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    },
    month: { year: 'numeric', month: 'long' },
    time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  },
  number: {
    whole: { maximumFractionDigits: 0 },
    percent: { style: 'percent', maximumFractionDigits: 1 },
    yuan: { style: 'currency', currency: 'CNY' },
  },
} satisfies Formats

/** The language of the request that is being answered. */
export async function requestLocale(): Promise<Locale> {
  return localeFrom((await cookies()).get('locale')?.value, (await headers()).get('accept-language'))
}

export default getRequestConfig(async ({ locale: asked }) => {
  const locale = asked === undefined ? await requestLocale() : localeFrom(asked, null)
  return { locale, messages: await loadMessages(locale), timeZone: ZONE, formats: FORMATS }
})
