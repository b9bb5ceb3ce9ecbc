import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { openEndpoint } from '@/server/open-endpoint'
import { perAddress, perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import {
  cancelByStaff,
  cancelByTrack,
  moveByStaff,
  moveByTrack,
  orderForSomebody,
  orderOpenly,
  type Placed,
} from './commands'
import { findOrder, listOrders, ordersToExport } from './queries'
import {
  newOrder,
  orderCancellation,
  orderFilter,
  orderKey,
  orderMove,
  trackedCancellation,
  trackedMove,
  trackKey,
} from './schema'

export const getOrders = endpoint({
  method: 'GET',
  path: '/orders',
  summary: 'Orders of the scope, a page at a time, the newest first',
  allow: 'orders.read',
  query: orderFilter,
  run: async (act, { query }) => ok(await listOrders(act, query)),
})

export const getOrder = endpoint({
  method: 'GET',
  path: '/orders/{id}',
  summary: 'One order with what was paid for it',
  allow: 'orders.read',
  params: orderKey,
  run: async (act, { params }) => {
    const order = await findOrder(act, params.id)
    return order ? ok(order) : refuse('not-found')
  },
})

/** What the reader gets of a placed order; the code comes after it, as it must not be kept. */
const receipt = ({ id, requestId, number }: Placed) => ({ id, requestId, number })

export const postOrder = endpoint({
  method: 'POST',
  path: '/orders',
  summary: 'Write down an order for somebody',
  allow: 'orders.write',
  body: newOrder,
  status: 201,
  idempotent: true,
  limit: perPrincipal('order', 300, 600),
  run: async (act, { body }) => {
    const placed = await orderForSomebody(act, body)
    return placed.ok ? ok(receipt(placed.value)) : placed
  },
})

export const postOpenOrder = openEndpoint({
  method: 'POST',
  path: '/open-orders',
  summary: 'Order from the menu without an account; sending the same order again is the same order',
  body: newOrder,
  status: 201,
  limit: perAddress('order', 30, 600),
  run: async (act, body) => {
    const placed = await orderOpenly(act, body)
    return placed.ok ? ok({ ...receipt(placed.value), token: placed.value.token }) : placed
  },
})

export const postOrderCancellation = endpoint({
  method: 'POST',
  path: '/orders/{id}/cancellation',
  summary: 'Give an order up, before anybody has set out; its time is free again',
  allow: 'orders.write',
  params: orderKey,
  body: orderCancellation,
  idempotent: true,
  run: (act, { params, body }) => cancelByStaff(act, params.id, body),
})

export const postOrderMove = endpoint({
  method: 'POST',
  path: '/orders/{id}/move',
  summary: 'Move an order to another time',
  allow: 'orders.write',
  params: orderKey,
  body: orderMove,
  idempotent: true,
  run: (act, { params, body }) => moveByStaff(act, params.id, body),
})

export const postTrackOrderCancellation = openEndpoint({
  method: 'POST',
  path: '/tracks/{token}/order-cancellation',
  summary: 'Give up what one ordered oneself',
  params: trackKey,
  body: trackedCancellation,
  limit: perAddress('track-move', 60, 600),
  run: (act, body, _prepared, { params }) => cancelByTrack(act, params.token, body.reason),
})

export const postTrackOrderMove = openEndpoint({
  method: 'POST',
  path: '/tracks/{token}/order-move',
  summary: 'Move what one ordered oneself to another time',
  params: trackKey,
  body: trackedMove,
  limit: perAddress('track-move', 60, 600),
  run: (act, body, _prepared, { params }) => moveByTrack(act, params.token, body.startsAt),
})

export const postOrderExport = endpoint({
  method: 'POST',
  path: '/orders/export',
  summary: 'Orders as a workbook, without names; the export is recorded',
  allow: 'registers.export',
  body: orderFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await ordersToExport(act, body)
    await recordAudit(act, {
      action: 'order.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'orders',
        [
          { heading: 'requestNumber', width: 16, value: ({ request }) => request.number },
          { heading: 'orderedItem', width: 24, value: ({ menuItem }) => menuItem.name },
          { heading: 'compound', width: 16, value: ({ request }) => request.compound.name },
          { heading: 'building', value: ({ request }) => request.building?.name ?? null },
          { heading: 'orderedAt', width: 18, value: ({ createdAt }) => createdAt },
          { heading: 'orderedFor', width: 18, value: ({ startsAt }) => startsAt },
          { heading: 'quantity', value: ({ quantity }) => quantity },
          { heading: 'amountYuan', value: ({ amountFen }) => amountFen / 100 },
          { heading: 'paidYuan', value: ({ paidFen }) => paidFen / 100 },
          { heading: 'requestState', value: ({ request }, say) => say(`requests.states.${request.state}`) },
        ],
        rows,
      ),
    )
  },
})
