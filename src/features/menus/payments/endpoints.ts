import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { closeDay, correctPayment, takePayment } from './commands'
import { daySums, listPayments } from './queries'
import { correction, newClosing, newPayment, orderOfPayment, paymentFilter, paymentKey } from './schema'

export const getPayments = endpoint({
  method: 'GET',
  path: '/payments',
  summary: 'A day’s payments of the scope with their sums by community',
  allow: 'payments.read',
  query: paymentFilter,
  run: async (act, { query }) => ok({ ...(await listPayments(act, query)), sums: await daySums(act, query) }),
})

export const postPayment = endpoint({
  method: 'POST',
  path: '/orders/{id}/payments',
  summary: 'Enter money taken for an order, in fen',
  allow: 'payments.write',
  params: orderOfPayment,
  body: newPayment,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => takePayment(act, params.id, body),
})

export const postPaymentCorrection = endpoint({
  method: 'POST',
  path: '/payments/{id}/correction',
  summary: 'Take an entry back by an entry of its own',
  allow: 'payments.write',
  params: paymentKey,
  body: correction,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => correctPayment(act, params.id, body.reason),
})

export const postPaymentClosing = endpoint({
  method: 'POST',
  path: '/payment-closings',
  summary: 'Close a community’s day',
  allow: 'payments.write',
  body: newClosing,
  status: 201,
  idempotent: true,
  run: (act, { body }) => closeDay(act, body),
})
