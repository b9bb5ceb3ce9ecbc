import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { loadMessages } from '@/server/messages'
import { menuKey } from '../menus/schema'
import { addItem, changeItem, itemFromMatch, removeItem } from './commands'
import { demandsToAnswer, findItem } from './queries'
import { demandSearch, itemChanges, itemKey, itemVersion, matchKey, newItem } from './schema'

export const getMenuItem = endpoint({
  method: 'GET',
  path: '/menu-items/{id}',
  summary: 'One item as it stands on one version of a menu',
  allow: 'menus.read',
  params: itemKey,
  run: async (act, { params }) => {
    const item = await findItem(act, params.id)
    return item ? ok(item) : refuse('not-found')
  },
})

export const postMenuItem = endpoint({
  method: 'POST',
  path: '/menus/{id}/items',
  summary: 'Add an item to the menu’s draft',
  allow: 'menus.write',
  params: menuKey,
  body: newItem,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => addItem(act, params.id, body),
})

export const postMatchItem = endpoint({
  method: 'POST',
  path: '/kitchen-matches/{id}/menu-item',
  summary: 'Make an item out of a match, on the draft of the match’s area',
  allow: 'menus.write',
  params: matchKey,
  status: 201,
  idempotent: true,
  run: async (act, { params }) => {
    const { menus } = await loadMessages('zh-CN')
    const { menuOf, wholeStreet } = menus as { menuOf: string; wholeStreet: string }
    return itemFromMatch(act, params.id, {
      menuName: (area) => menuOf.replace('{area}', area ?? wholeStreet),
    })
  },
})

export const patchMenuItem = endpoint({
  method: 'PATCH',
  path: '/menu-items/{id}',
  summary: 'Change an item of a draft, as of the version that was read',
  allow: 'menus.write',
  params: itemKey,
  body: itemChanges,
  idempotent: true,
  run: (act, { params, body }) => changeItem(act, params.id, body),
})

export const postMenuItemRemoval = endpoint({
  method: 'POST',
  path: '/menu-items/{id}/removal',
  summary: 'Take an item off the draft',
  allow: 'menus.write',
  params: itemKey,
  body: itemVersion,
  idempotent: true,
  run: (act, { params, body }) => removeItem(act, params.id, body.version),
})

export const getMenuDemands = endpoint({
  method: 'GET',
  path: '/menus/demands',
  summary: 'Demands that an item can answer, by title or pinyin initials',
  allow: 'menus.write',
  query: demandSearch,
  run: async (act, { query }) => ok({ groups: [{ label: '', items: await demandsToAnswer(act, query.q) }] }),
})
