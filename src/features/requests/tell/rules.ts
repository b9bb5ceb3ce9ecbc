/** The steps that somebody is told of, and whom. */
export const TOLD_STEPS: Readonly<Record<string, readonly Receiver[]>> = {
  submit: ['reporter'],
  dispatch: ['worker'],
  reassign: ['worker'],
  take: ['reporter'],
  refuse: ['reporter'],
  ask: ['reporter'],
  finish: ['captain'],
  pass: ['reporter'],
  'refuse-reopening': ['reporter'],
  'grant-reopening': ['worker'],
  'send-back': ['worker'],
  warn: ['worker'],
  escalate: ['chain'],
}

export type Receiver = 'reporter' | 'worker' | 'captain' | 'chain'

/** What cannot wait for the morning: work that is given out or late where life or water is at stake is taken as urgent by its allowance. */
const URGENT_MINUTES = 60

export const isUrgent = (acceptMinutes: number | null): boolean =>
  acceptMinutes !== null && acceptMinutes <= URGENT_MINUTES

const MOBILE = /^1[3-9]\d{9}$/

/** Short messages reach mobile numbers alone. */
export const isMobile = (phone: string | null | undefined): phone is string => !!phone && MOBILE.test(phone)

/** Puts values into a template's places. */
export const filled = (template: string, values: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
