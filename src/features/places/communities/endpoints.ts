import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { addCommunity, changeCommunity, changeOffice, endCommunity, resumeCommunity } from './commands'
import { communitiesToExport, findCommunity, listCommunities } from './queries'
import {
  communityChanges,
  communityFilter,
  communityKey,
  communityVersion,
  newCommunity,
  officeChanges,
} from './schema'

export const getCommunities = endpoint({
  method: 'GET',
  path: '/communities',
  summary: 'Communities, a page at a time',
  allow: 'places.read',
  query: communityFilter,
  run: async (act, { query }) => ok(await listCommunities(act, query)),
})

export const getCommunity = endpoint({
  method: 'GET',
  path: '/communities/{id}',
  summary: 'One community with its compounds and grids',
  allow: 'places.read',
  params: communityKey,
  run: async (act, { params }) => {
    const community = await findCommunity(act, params.id)
    return community ? ok(community) : refuse('not-found')
  },
})

export const postCommunity = endpoint({
  method: 'POST',
  path: '/communities',
  summary: 'Add a community',
  allow: 'places.write',
  body: newCommunity,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addCommunity(act, body),
})

export const patchCommunity = endpoint({
  method: 'PATCH',
  path: '/communities/{id}',
  summary: 'Change a community, as of the version that was read',
  allow: 'places.write',
  params: communityKey,
  body: communityChanges,
  idempotent: true,
  run: (act, { params, body }) => changeCommunity(act, params.id, body),
})

export const patchCommunityOffice = endpoint({
  method: 'PATCH',
  path: '/communities/{id}/office',
  summary: 'Change the number, address and hours of a community’s office',
  allow: 'places.write',
  params: communityKey,
  body: officeChanges,
  idempotent: true,
  run: (act, { params, body }) => changeOffice(act, params.id, body),
})

export const postCommunityEnd = endpoint({
  method: 'POST',
  path: '/communities/{id}/end',
  summary: 'Take a community out of use',
  allow: 'places.write',
  params: communityKey,
  body: communityVersion,
  idempotent: true,
  run: (act, { params, body }) => endCommunity(act, params.id, body.version),
})

export const postCommunityResumption = endpoint({
  method: 'POST',
  path: '/communities/{id}/resumption',
  summary: 'Bring an ended community back',
  allow: 'places.write',
  params: communityKey,
  body: communityVersion,
  idempotent: true,
  run: (act, { params, body }) => resumeCommunity(act, params.id, body.version),
})

export const postCommunityExport = endpoint({
  method: 'POST',
  path: '/communities/export',
  summary: 'Communities as a workbook; the export is recorded',
  allow: 'registers.export',
  body: communityFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await communitiesToExport(act, body)
    await recordAudit(act, {
      action: 'community.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'communities',
        [
          { heading: 'communityName', value: ({ name }) => name },
          { heading: 'communityCode', width: 16, value: ({ code }) => code },
          { heading: 'officePhone', width: 16, value: ({ officePhone }) => officePhone },
          { heading: 'officeAddress', width: 30, value: ({ officeAddress }) => officeAddress },
          { heading: 'officeHours', width: 30, value: ({ officeHours }) => officeHours },
          { heading: 'compounds', value: ({ compounds }) => compounds.length },
          { heading: 'buildings', value: ({ buildingCount }) => buildingCount },
          { heading: 'grids', value: ({ grids }) => grids.length },
        ],
        rows,
      ),
    )
  },
})
