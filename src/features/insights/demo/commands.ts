import { uuidv7 } from '@/core/identifier'
import { seedCheckpoints } from '@/features/logbook/checkpoints/commands'
import { openAccount } from '@/features/people/accounts/commands'
import { CONSENT_TEXT } from '@/features/people/consents/schema'
import { seedCalendar } from '@/features/places/calendar/commands'
import { seedCategories } from '@/features/requests/categories/commands'
import { seedTemplates } from '@/features/requests/templates/commands'
import { cutProvisionalZones } from '@/features/zones/commands'
import type { Role } from '@/generated/prisma/enums'
import { db, type Tx } from '@/server/db'
import { hashPassword } from '@/server/passwords'
import { codeAnswers } from './coding/commands'
import { cookDemands } from './demands/commands'
import { writeRules } from './dispatch/commands'
import { holdElections } from './elections/commands'
import { handOverShifts } from './handover/commands'
import { keepLogbooks } from './logbook/commands'
import { stockStores } from './materials/commands'
import { settleDisputes } from './mediations/commands'
import { printMenus } from './menus/commands'
import { tellMessages } from './messages/commands'
import { writeNotices } from './notices/commands'
import { fillBoxes } from './opinions/commands'
import { tellOutages } from './outages/commands'
import { tellStories } from './requests/commands'
import { settleResidents } from './residents/commands'
import { askHouseholds } from './surveys/commands'
import { shareViews } from './views/commands'

const PASSWORD = 'Linzhi-demo-2026'
const CALENDAR_YEARS = [2021, 2022, 2023, 2024, 2025, 2026, 2027]
/** The article's number of zones. */
const ZONES = 18

/** What the demo street needs besides its registers: recorded consents, and an account for each role. Repeating it changes nothing. */
export async function furnishDemo(now: Date): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD)
  await db().$transaction(
    async (tx) => {
      const street = await tx.street.findFirstOrThrow({ orderBy: { createdAt: 'asc' }, select: { id: true } })
      await giveConsents(tx, street.id, now)
      await openOffices(tx, street.id, now)
      await seedCalendar(tx, street.id, CALENDAR_YEARS)
      await seedCategories(tx, street.id, now)
      await cutProvisionalZones(tx, street.id, ZONES, now)
      await openAccounts(tx, street.id, passwordHash, now)
      await tellStories(tx, street.id, now)
      await seedCheckpoints(tx, street.id, now)
      await seedTemplates(tx, street.id, now)
      await keepLogbooks(tx, street.id, now)
      await fillBoxes(tx, street.id, now)
      await writeNotices(tx, street.id, now)
      await writeRules(tx, street.id, now)
      await shareViews(tx, street.id, now)
      await handOverShifts(tx, street.id, now)
      await tellOutages(tx, street.id, now)
      await tellMessages(tx, street.id, now)
      await holdElections(tx, street.id, now)
      await stockStores(tx, street.id, now)
      await settleDisputes(tx, street.id, now)
      await codeAnswers(tx, street.id, now)
      await cookDemands(tx, street.id, now)
      await askHouseholds(tx, street.id, now)
      await settleResidents(tx, street.id, now)
      await printMenus(tx, street.id, now)
    },
    { timeout: 300_000 },
  )
}

async function giveConsents(tx: Tx, streetId: string, now: Date): Promise<void> {
  const consent = () => ({
    streetId,
    id: uuidv7(now),
    purpose: 'sheet',
    textVersion: CONSENT_TEXT,
    givenOn: new Date('2021-11-01T00:00:00Z'),
    source: '演示数据',
  })
  const persons = await tx.person.findMany({
    where: {
      streetId,
      phone: { not: null },
      consents: { none: {} },
      OR: [{ appointments: { some: {} } }, { gridMembers: { some: {} } }],
    },
    select: { id: true },
  })
  const providers = await tx.provider.findMany({
    where: { streetId, phone: { not: null }, consents: { none: {} } },
    select: { id: true },
  })
  await tx.consent.createMany({
    data: [
      ...persons.map(({ id: personId }) => ({ ...consent(), personId })),
      ...providers.map(({ id: providerId }) => ({ ...consent(), providerId })),
    ],
  })
}

/** Hours at which somebody is there outside of office hours, of each community; all of it simulated. */
const FLEXIBLE = [
  { title: '午间值班', hoursText: '周一至周五 12:00-14:00' },
  { title: '晚间错时服务', hoursText: '周一、周三、周五 18:00-20:00' },
  { title: '周末值班', hoursText: '周六至周日 09:00-16:00' },
]

async function openOffices(tx: Tx, streetId: string, now: Date): Promise<void> {
  const communities = await tx.community.findMany({
    where: { streetId, officePhone: null },
    orderBy: { sortKey: 'asc' },
    select: { id: true, name: true },
  })
  for (const [index, community] of communities.entries()) {
    const phone = `0523-8000${String(index + 1).padStart(4, '0')}`
    const place = `${community.name}居委会`
    await tx.community.update({
      where: { streetId_id: { streetId, id: community.id } },
      data: {
        officePhone: phone,
        officeAddress: `${place}便民服务厅`,
        officeHours: '周一至周五 8:30-11:30，14:00-17:30',
      },
      select: { id: true },
    })
    await tx.flexibleHours.createMany({
      data: FLEXIBLE.map((row, position) => ({
        streetId,
        id: uuidv7(now),
        communityId: community.id,
        ...row,
        place,
        phone,
        position,
      })),
    })
  }
}

const STREET_ROLES: [Role, string][] = [
  ['street_admin', '街道物业办负责人'],
  ['street_staff', '街道工作人员'],
  ['dispatcher', '指挥室调度员'],
  ['auditor', '纪检监督员'],
  ['resident', '居民'],
]

/** Captain, grid member and worker are real appointments of the registers; the others are given by hand. */
async function openAccounts(tx: Tx, streetId: string, passwordHash: string, now: Date): Promise<void> {
  const account = (role: Role, displayName: string) => ({
    username: role.replace('_', '-'),
    displayName,
    passwordHash,
    demo: true,
    role: null,
    scope: { kind: 'street' as const, id: null },
    personId: null,
  })
  for (const [role, name] of STREET_ROLES)
    await openAccount(tx, streetId, { ...account(role, name), role }, now)
  const community = await tx.community.findFirstOrThrow({
    where: { streetId },
    orderBy: { code: 'asc' },
    select: { id: true, name: true },
  })
  await openAccount(
    tx,
    streetId,
    {
      ...account('community_staff', `${community.name}工作人员`),
      role: 'community_staff',
      scope: { kind: 'community', id: community.id },
    },
    now,
  )
  const person = { select: { id: true, name: true, accountId: true } }
  const first = { where: { streetId }, orderBy: { id: 'asc' as const }, select: { person } }
  const appointed: [Role, { person: { id: string; name: string } }][] = [
    ['captain', await tx.captainAppointment.findFirstOrThrow(first)],
    ['grid_member', await tx.gridMember.findFirstOrThrow(first)],
    ['worker', await tx.worker.findFirstOrThrow({ ...first, where: { streetId, leads: { none: {} } } })],
    ['zone_lead', await tx.worker.findFirstOrThrow({ ...first, where: { streetId, leads: { some: {} } } })],
  ]
  for (const [role, { person: holder }] of appointed) {
    await openAccount(tx, streetId, { ...account(role, holder.name), personId: holder.id }, now)
  }
}
