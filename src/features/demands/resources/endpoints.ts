import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { dayFrom } from '@/server/term'
import { workbookOf } from '@/server/workbook'
import { addResource, adoptResources, changeResource, endResource, resumeResource } from './commands'
import { findResource, listResources, resourcesToExport } from './queries'
import { newResource, resourceChanges, resourceFilter, resourceKey, resourceVersion } from './schema'

export const getResources = endpoint({
  method: 'GET',
  path: '/resources',
  summary: 'Resources that can serve demands, a page at a time',
  allow: 'resources.read',
  query: resourceFilter,
  run: async (act, { query }) => ok(await listResources(act, query)),
})

export const getResource = endpoint({
  method: 'GET',
  path: '/resources/{id}',
  summary: 'One resource with what it is matched to',
  allow: 'resources.read',
  params: resourceKey,
  run: async (act, { params }) => {
    const resource = await findResource(act, params.id)
    return resource ? ok(resource) : refuse('not-found')
  },
})

export const postResource = endpoint({
  method: 'POST',
  path: '/resources',
  summary: 'Add a resource',
  allow: 'resources.write',
  body: newResource,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addResource(act, body),
})

export const patchResource = endpoint({
  method: 'PATCH',
  path: '/resources/{id}',
  summary: 'Change a resource, as of the version that was read',
  allow: 'resources.write',
  params: resourceKey,
  body: resourceChanges,
  idempotent: true,
  run: (act, { params, body }) => changeResource(act, params.id, body),
})

export const postResourceEnd = endpoint({
  method: 'POST',
  path: '/resources/{id}/end',
  summary: 'Take a resource out of use, with what it is matched to',
  allow: 'resources.write',
  params: resourceKey,
  body: resourceVersion,
  idempotent: true,
  run: (act, { params, body }) => endResource(act, params.id, body.version),
})

export const postResourceResumption = endpoint({
  method: 'POST',
  path: '/resources/{id}/resumption',
  summary: 'Bring an ended resource back',
  allow: 'resources.write',
  params: resourceKey,
  body: resourceVersion,
  idempotent: true,
  run: (act, { params, body }) => resumeResource(act, params.id, body.version),
})

export const postResourceAdoption = endpoint({
  method: 'POST',
  path: '/resources/adoption',
  summary: 'Lay the registers’ providers and crews into the resource list, each once',
  allow: 'resources.write',
  idempotent: true,
  limit: perPrincipal('adopt', 20, 600),
  run: (act) => adoptResources(act),
})

export const postResourceExport = endpoint({
  method: 'POST',
  path: '/resources/export',
  summary: 'Resources as a workbook; the export is recorded',
  allow: 'registers.export',
  body: resourceFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await resourcesToExport(act, body)
    await recordAudit(act, {
      action: 'resource.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'resources',
        [
          { heading: 'resource', width: 24, value: ({ name }) => name },
          { heading: 'resourceKind', value: ({ kind }, say) => say(`resources.kinds.${kind}`) },
          {
            heading: 'resourceCategories',
            width: 20,
            value: ({ categories }, say) =>
              categories.map((category) => say(`demands.categories.${category}`)).join('、'),
          },
          { heading: 'skills', width: 24, value: ({ skills }) => skills.join('、') },
          { heading: 'serviceArea', value: ({ zone, compound }) => zone?.name ?? compound?.name ?? null },
          { heading: 'capacityPerWeek', value: ({ capacityPerWeek }) => capacityPerWeek },
          { heading: 'resourceHours', width: 20, value: ({ hoursText }) => hoursText },
          { heading: 'costYuan', value: ({ costFen }) => (costFen === null ? null : costFen / 100) },
          {
            heading: 'costUnit',
            value: ({ costUnit }, say) => (costUnit ? say(`resources.costUnits.${costUnit}`) : null),
          },
          { heading: 'contractNumber', value: ({ contractNumber }) => contractNumber },
          {
            heading: 'contractEndsOn',
            value: ({ contractEndsOn }) => (contractEndsOn ? dayFrom(contractEndsOn) : null),
          },
        ],
        rows,
      ),
    )
  },
})
