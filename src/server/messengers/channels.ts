import { env } from '@/env'
import type { Driver } from './driver'
import { smtpDriver } from './smtp'

export const CHANNELS = ['sms', 'email', 'wechat'] as const
export type Channel = (typeof CHANNELS)[number]

/** Sends nowhere: what it is given stays in the outbox, where people can look at it. */
const FAKE: Driver = { name: 'fake', send: async () => {} }

const kept = new Map<string, Driver>()

function smtp(url: string, from: string): Driver {
  const known = kept.get(url)
  if (known) return known
  const driver = smtpDriver(url, from)
  kept.set(url, driver)
  return driver
}

/** The driver of a channel in this installation, or null where it is off. A provider's own driver for SMS or WeChat goes in here. */
export function driverOf(channel: Channel): Driver | null {
  const { SMTP_URL, MAIL_FROM, SMS_DRIVER, WECHAT_DRIVER, LINZHI_DEMO } = env()
  if (channel === 'email') return SMTP_URL ? smtp(SMTP_URL, MAIL_FROM) : LINZHI_DEMO ? FAKE : null
  const chosen = channel === 'sms' ? SMS_DRIVER : WECHAT_DRIVER
  return chosen === 'fake' || LINZHI_DEMO ? FAKE : null
}
