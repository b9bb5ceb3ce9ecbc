import { z } from 'zod'
import { id, line, paragraph } from '@/core/fields'

const moment = () =>
  z
    .union([z.iso.datetime({ offset: true }), z.iso.date()])
    .transform((text) => new Date(/T/.test(text) ? text : `${text}T00:00:00+08:00`))

const listOf = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().max(60)).min(1).max(100))

const jurisdiction = { jurisdiction_id: line(100).optional() }

export const servicesAsked = z.object(jurisdiction)

/** The filters of the specification; names that it does not know are let pass, as it asks. */
export const requestsAsked = z.object({
  ...jurisdiction,
  service_request_id: listOf(2_000).optional(),
  service_code: listOf(2_000).optional(),
  start_date: moment().optional(),
  end_date: moment().optional(),
  status: listOf(20)
    .pipe(z.array(z.enum(['open', 'closed'])))
    .optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  page_size: z.coerce.number().int().min(1).max(200).default(50),
})
export type RequestsAsked = z.output<typeof requestsAsked>

const degrees = (most: number) => z.coerce.number().min(-most).max(most)

export const requestPosted = z
  .object({
    ...jurisdiction,
    api_key: z.string().max(200).optional(),
    service_code: line(60),
    description: paragraph(2_000),
    lat: degrees(90).optional(),
    long: degrees(180).optional(),
    address_string: line(200).optional(),
    address_id: id().optional(),
    first_name: line(20).optional(),
    last_name: line(20).optional(),
    phone: line(40).optional(),
    'attribute[place]': line(100).optional(),
    'attribute[source_number]': line(40).optional(),
  })
  .refine(({ lat, long }) => (lat === undefined) === (long === undefined), { path: ['lat'] })
export type RequestPosted = z.output<typeof requestPosted>
