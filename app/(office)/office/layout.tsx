import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { db } from '@/server/db'
import { signedIn } from '@/server/page'
import type { Permission } from '@/server/permissions'
import { holds, holdsRole } from '@/server/principal'
import { AppProviders } from '@/ui/app-providers'
import { ClientMessages } from '@/ui/client-messages'
import type { IconName } from '@/ui/icon'
import { OfficeFrame } from '@/ui/office-frame'

type Place =
  | 'first'
  | 'requests'
  | 'selfgov'
  | 'services'
  | 'registers'
  | 'people'
  | 'sheets'
  | 'administration'
type OfficePage = { href: string; key: string; icon: IconName; allow?: Permission; keywords?: string }

/** The office's pages by the headings that they stand under, in their order; each reader sees those that are open to the role. */
const PAGES: Record<Place, readonly OfficePage[]> = {
  first: [{ href: '/office', key: 'home', icon: 'home', keywords: 'sy' }],
  requests: [
    {
      href: '/office/requests',
      key: 'requests',
      icon: 'bell',
      allow: 'requests.read',
      keywords: 'sq bx suqiu baoxiu',
    },
    {
      href: '/office/handover',
      key: 'handover',
      icon: 'book',
      allow: 'handover.read',
      keywords: 'jjb jiaojieban',
    },
    {
      href: '/office/follow-up',
      key: 'followUp',
      icon: 'phone',
      allow: 'calls.read',
      keywords: 'hf huifang dianhua',
    },
    {
      href: '/office/reports',
      key: 'reports',
      icon: 'chart',
      allow: 'reports.read',
      keywords: 'sqbb baobiao tongji',
    },
    {
      href: '/office/request-categories',
      key: 'requestCategories',
      icon: 'list',
      allow: 'requests.settings',
      keywords: 'lbsx leibie shixian',
    },
    {
      href: '/office/reply-templates',
      key: 'replyTemplates',
      icon: 'copy',
      allow: 'requests.settings',
      keywords: 'hfmb huifu moban',
    },
    {
      href: '/office/dispatch-rules',
      key: 'dispatchRules',
      icon: 'sort',
      allow: 'requests.settings',
      keywords: 'pdgz paidan guize',
    },
    {
      href: '/office/outages',
      key: 'outages',
      icon: 'warning',
      allow: 'outages.read',
      keywords: 'tstd tingshui tingdian tongzhi',
    },
  ],
  selfgov: [
    {
      href: '/office/logbook',
      key: 'logbook',
      icon: 'book',
      allow: 'logbook.read',
      keywords: 'gzjl jilubu rizhi',
    },
    {
      href: '/office/rounds',
      key: 'rounds',
      icon: 'check',
      allow: 'logbook.rounds',
      keywords: 'xcwc xuncha',
    },
    {
      href: '/office/visits',
      key: 'visits',
      icon: 'home',
      allow: 'logbook.visits',
      keywords: 'dqzf zoufang dujulaoren',
    },
    {
      href: '/office/residents',
      key: 'residents',
      icon: 'people',
      allow: 'residents.read',
      keywords: 'zhdj zhuhu jumin queren',
    },
    {
      href: '/office/opinions',
      key: 'opinions',
      icon: 'file',
      allow: 'opinions.read',
      keywords: 'yjx yijianxiang',
    },
    {
      href: '/office/mediations',
      key: 'mediations',
      icon: 'people',
      allow: 'mediations.use',
      keywords: 'lltj tiaojie jiufen',
    },
    {
      href: '/office/mediation-register',
      key: 'mediationRegister',
      icon: 'shield',
      allow: 'mediations.register',
      keywords: 'tjdj tiaojie',
    },
    {
      href: '/office/committee',
      key: 'committee',
      icon: 'people',
      allow: 'mediations.committee',
      keywords: 'tjwyh tiaojie weiyuanhui',
    },
    {
      href: '/office/opinion-boxes',
      key: 'opinionBoxes',
      icon: 'file',
      allow: 'opinions.read',
      keywords: 'zzyjx zhizhi kaixiang',
    },
    {
      href: '/office/opinions/figures',
      key: 'opinionFigures',
      icon: 'chart',
      allow: 'opinions.count',
      keywords: 'yjtj yijian tongji',
    },
    {
      href: '/office/checkpoints',
      key: 'checkpoints',
      icon: 'list',
      allow: 'logbook.settings',
      keywords: 'jcd jianchadian',
    },
  ],
  services: [
    {
      href: '/office/surveys',
      key: 'surveys',
      icon: 'list',
      allow: 'surveys.read',
      keywords: 'wjdc wenjuan diaocha',
    },
    {
      href: '/office/demands',
      key: 'demands',
      icon: 'list',
      allow: 'demands.read',
      keywords: 'xqqd xuqiu qingdan',
    },
    {
      href: '/office/resources',
      key: 'resources',
      icon: 'shop',
      allow: 'resources.read',
      keywords: 'zyqd ziyuan qingdan',
    },
    {
      href: '/office/kitchen',
      key: 'kitchen',
      icon: 'grid',
      allow: 'kitchen.read',
      keywords: 'zycf zhongyang chufang pipei',
    },
    {
      href: '/office/menus',
      key: 'menus',
      icon: 'book',
      allow: 'menus.read',
      keywords: 'fwcd fuwu caidan',
    },
    {
      href: '/office/orders',
      key: 'orders',
      icon: 'check',
      allow: 'orders.read',
      keywords: 'dd diandan yuyue',
    },
    {
      href: '/office/payments',
      key: 'payments',
      icon: 'file',
      allow: 'payments.read',
      keywords: 'skrj shoukuan rijie',
    },
    {
      href: '/office/thread',
      key: 'thread',
      icon: 'sort',
      allow: 'demands.read',
      keywords: 'llqm lailong qumai xuqiu',
    },
    {
      href: '/office/household-visits',
      key: 'householdVisits',
      icon: 'home',
      allow: 'visits.read',
      keywords: 'zfjl zoufang jilu chengnuo',
    },
    {
      href: '/office/consultations',
      key: 'consultations',
      icon: 'people',
      allow: 'consultations.read',
      keywords: 'yshsl yishi shangliang',
    },
  ],
  registers: [
    {
      href: '/office/communities',
      key: 'communities',
      icon: 'shop',
      allow: 'places.read',
      keywords: 'sq shequ',
    },
    {
      href: '/office/compounds',
      key: 'compounds',
      icon: 'building',
      allow: 'places.read',
      keywords: 'xq xiaoqu',
    },
    {
      href: '/office/buildings',
      key: 'buildings',
      icon: 'building',
      allow: 'places.read',
      keywords: 'ld loudong',
    },
    {
      href: '/office/grids',
      key: 'grids',
      icon: 'grid',
      allow: 'grids.read',
      keywords: 'wg wangge',
    },
    {
      href: '/office/grid-members',
      key: 'gridMembers',
      icon: 'people',
      allow: 'grids.read',
      keywords: 'wgy wanggeyuan',
    },
    {
      href: '/office/captains',
      key: 'captains',
      icon: 'person',
      allow: 'captains.read',
      keywords: 'ldz loudongzhang',
    },
    {
      href: '/office/captain-notices',
      key: 'captainNotices',
      icon: 'list',
      allow: 'notices.write',
      keywords: 'ldztz tongzhi gonggao',
    },
    {
      href: '/office/captains/terms',
      key: 'captainTerms',
      icon: 'calendar',
      allow: 'captains.read',
      keywords: 'rqfg renqi jieman kongque',
    },
    {
      href: '/office/elections',
      key: 'elections',
      icon: 'flag',
      allow: 'elections.read',
      keywords: 'ldzxr xuanju huanjie gongshi',
    },
    {
      href: '/office/materials',
      key: 'materials',
      icon: 'list',
      allow: 'materials.read',
      keywords: 'wz wuzi jilubu yijianxiang menpai',
    },
    {
      href: '/office/zones',
      key: 'zones',
      icon: 'map',
      allow: 'zones.read',
      keywords: 'pq pianqu',
    },
    {
      href: '/office/stages',
      key: 'stages',
      icon: 'flag',
      allow: 'places.read',
      keywords: 'jd wygjd jieduan',
    },
    {
      href: '/office/providers',
      key: 'providers',
      icon: 'wrench',
      allow: 'providers.read',
      keywords: 'bmfwd fuwu',
    },
  ],
  people: [
    {
      href: '/office/structure',
      key: 'structure',
      icon: 'tree',
      allow: 'parties.read',
      keywords: 'wjjg wuji jiagou zerenqu',
    },
    {
      href: '/office/parties',
      key: 'parties',
      icon: 'tree',
      allow: 'parties.read',
      keywords: 'dzz dangzuzhi',
    },
    {
      href: '/office/workers',
      key: 'workers',
      icon: 'people',
      allow: 'workers.read',
      keywords: 'dy duiyuan fwdy',
    },
  ],
  sheets: [
    {
      href: '/office/sheets',
      key: 'sheets',
      icon: 'file',
      allow: 'sheets.read',
      keywords: 'lxb lianxibiao ggl',
    },
    {
      href: '/office/hours',
      key: 'hours',
      icon: 'clock',
      allow: 'sheets.read',
      keywords: 'txsj gzsj shijian',
    },
  ],
  administration: [
    {
      href: '/office/imports',
      key: 'imports',
      icon: 'upload',
      allow: 'imports.read',
      keywords: 'tzdr daoru excel',
    },
    {
      href: '/office/accounts',
      key: 'accounts',
      icon: 'person',
      allow: 'accounts.manage',
      keywords: 'zh zhanghao',
    },
    {
      href: '/office/settings',
      key: 'settings',
      icon: 'settings',
      allow: 'settings.manage',
      keywords: 'sz jdsz',
    },
    {
      href: '/office/outbox',
      key: 'outbox',
      icon: 'upload',
      allow: 'outbox.read',
      keywords: 'fjx xxfs duanxin',
    },
    {
      href: '/office/api-keys',
      key: 'apiKeys',
      icon: 'copy',
      allow: 'api-keys.manage',
      keywords: 'jkmy jiekou api',
    },
    { href: '/office/audit', key: 'audit', icon: 'shield', allow: 'audit.read', keywords: 'sj czsj' },
    {
      href: '/office/calendar',
      key: 'calendar',
      icon: 'calendar',
      allow: 'places.read',
      keywords: 'jjr rili',
    },
  ],
}

/** The office: its frame around every page of it, for those who are signed in. */
export default async function OfficeLayout({ children }: { children: React.ReactNode }) {
  const principal = await signedIn()
  const t = await getTranslations('frame')
  const street = await db().street.findUniqueOrThrow({
    where: { id: principal.streetId },
    select: { name: true, accounts: { where: { demo: true }, take: 1, select: { id: true } } },
  })
  return (
    <ClientMessages>
      <AppProviders locale={await getLocale()}>
        <OfficeFrame
          streetName={street.name}
          homeHref="/office"
          navigation={Object.entries(PAGES).flatMap(([place, pages]) =>
            pages
              .filter(({ allow }) => !allow || holds(principal, allow))
              .map(({ href, key, icon, keywords }) => ({
                href,
                label: t(`pages.${key}`),
                icon,
                ...(place === 'first' ? {} : { group: t(`groups.${place}`) }),
                ...(keywords ? { keywords } : {}),
              })),
          )}
          account={{
            name: principal.name,
            roles: [...new Set(principal.grants.map(({ role }) => role))].map((role) => t(`roles.${role}`)),
          }}
          accountLinks={[
            ...(holdsRole(principal, 'captain') ? [{ href: '/captain', label: t('captainPages') }] : []),
            { href: '/office/account', label: t('myAccount') },
            { href: '/office/sign-out', label: t('signOut') },
          ]}
          searchUrl={`/api/v1/search?lang=${await getLocale()}`}
          large={(await cookies()).get('large')?.value === '1'}
          demo={street.accounts.length > 0}
        >
          {children}
        </OfficeFrame>
      </AppProviders>
    </ClientMessages>
  )
}
