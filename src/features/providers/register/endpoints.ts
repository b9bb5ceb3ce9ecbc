import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { addProvider, changeProvider, endProvider, resumeProvider, revealProviderPhone } from './commands'
import { findProvider, listProviders, providersToExport } from './queries'
import {
  contactReason,
  newProvider,
  providerChanges,
  providerFilter,
  providerKey,
  providerVersion,
} from './schema'

export const getProviders = endpoint({
  method: 'GET',
  path: '/providers',
  summary: 'Service points, a page at a time',
  allow: 'providers.read',
  query: providerFilter,
  run: async (act, { query }) => ok(await listProviders(act, query)),
})

export const getProvider = endpoint({
  method: 'GET',
  path: '/providers/{id}',
  summary: 'One service point',
  allow: 'providers.read',
  params: providerKey,
  run: async (act, { params }) => {
    const provider = await findProvider(act, params.id)
    return provider ? ok(provider) : refuse('not-found')
  },
})

export const postProvider = endpoint({
  method: 'POST',
  path: '/providers',
  summary: 'Add a service point',
  allow: 'providers.write',
  body: newProvider,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addProvider(act, body),
})

export const patchProvider = endpoint({
  method: 'PATCH',
  path: '/providers/{id}',
  summary: 'Change a service point, as of the version that was read',
  allow: 'providers.write',
  params: providerKey,
  body: providerChanges,
  idempotent: true,
  run: (act, { params, body }) => changeProvider(act, params.id, body),
})

export const postProviderEnd = endpoint({
  method: 'POST',
  path: '/providers/{id}/end',
  summary: 'Take a service point off the sheets',
  allow: 'providers.write',
  params: providerKey,
  body: providerVersion,
  idempotent: true,
  run: (act, { params, body }) => endProvider(act, params.id, body.version),
})

export const postProviderResumption = endpoint({
  method: 'POST',
  path: '/providers/{id}/resumption',
  summary: 'Bring an ended service point back',
  allow: 'providers.write',
  params: providerKey,
  body: providerVersion,
  idempotent: true,
  run: (act, { params, body }) => resumeProvider(act, params.id, body.version),
})

export const postProviderContact = endpoint({
  method: 'POST',
  path: '/providers/{id}/contact',
  summary: 'The whole number of a service point, for a recorded reason',
  allow: 'people.contact',
  params: providerKey,
  body: contactReason,
  repeatable: true,
  limit: perPrincipal('contact', 60, 600),
  run: (act, { params, body }) => revealProviderPhone(act, params.id, body.reason),
})

export const postProviderExport = endpoint({
  method: 'POST',
  path: '/providers/export',
  summary: 'Service points as a workbook; the export is recorded',
  allow: 'registers.export',
  body: providerFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await providersToExport(act, body)
    await recordAudit(act, {
      action: 'provider.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'providers',
        [
          { heading: 'serviceCategory', value: ({ category }) => category },
          { heading: 'providerName', width: 24, value: ({ name }) => name },
          { heading: 'offers', width: 24, value: ({ offers }) => offers },
          { heading: 'contact', value: ({ contactName }) => contactName },
          { heading: 'phone', width: 16, value: ({ maskedPhone }) => maskedPhone },
          { heading: 'address', width: 24, value: ({ address }) => address },
          { heading: 'fee', value: ({ fee }, say) => say(`providers.fees.${fee}`) },
          { heading: 'hours', width: 30, value: ({ hoursText }) => hoursText },
          { heading: 'longitude', value: ({ longitude }) => longitude },
          { heading: 'latitude', value: ({ latitude }) => latitude },
        ],
        rows,
      ),
    )
  },
})
