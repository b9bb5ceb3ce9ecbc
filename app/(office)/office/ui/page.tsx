import { notFound } from 'next/navigation'
import { env } from '@/env'
import { Alert } from '@/ui/alert'
import { Badge, Status } from '@/ui/badge'
import { DataTable } from '@/ui/data-table'
import { DescriptionList } from '@/ui/description-list'
import { EmptyState } from '@/ui/empty-state'
import { FilterBar } from '@/ui/filter-bar'
import { LinkButton } from '@/ui/link-button'
import { NestedList } from '@/ui/nested-list'
import { addressWith, type PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { Pagination } from '@/ui/pagination'
import { Panel } from '@/ui/panel'
import { PlainButton } from '@/ui/plain-button'
import { PlainCheckbox, PlainField, PlainRadios, PlainSelect, PlainTextArea } from '@/ui/plain-field'
import { ProgressBar } from '@/ui/progress-bar'
import { Skeleton } from '@/ui/skeleton'
import { StatTile } from '@/ui/stat-tile'
import { Timeline } from '@/ui/timeline'
import { GalleryControls } from './gallery-controls'
import { COMMUNITIES, COMPOUNDS, EVENTS, PARTY_TREE } from './samples'

const PATH = '/office/ui'

/** All components in their states, for those who build pages; its words are samples and not translated. */
export default async function Gallery({ searchParams }: { searchParams: Promise<PageQuery> }) {
  if (env().NODE_ENV === 'production' && !env().LINZHI_GALLERY) notFound()
  const query = await searchParams
  const empty = (
    <EmptyState
      title="没有找到小区"
      why="没有小区符合现在的筛选条件。可以减少条件，或换一个写法再找。"
      action={<LinkButton href={PATH}>清除筛选</LinkButton>}
    />
  )
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="组件一览"
        crumbs={[{ label: '首页', href: '/office' }, { label: '组件一览' }]}
        lead="小区台账的样例数据，只为看样子。"
        actions={
          <>
            <LinkButton href={PATH} icon="download">
              导出
            </LinkButton>
            <LinkButton href={PATH} kind="primary" icon="plus">
              新增小区
            </LinkButton>
          </>
        }
      />
      <div className="grid grid-cols-2 gap-3 xl:grid-cols-4">
        <StatTile label="小区" value="81" unit="个" href={PATH} />
        <StatTile label="楼栋" value="629" unit="幢" href={PATH} />
        <StatTile label="楼栋长" value="608" unit="人" note="含一人多幢" />
        <StatTile label="缺楼栋长" value="8" unit="幢" tone="warn" href={PATH} note="需要尽快推选" />
      </div>
      <Panel title="列表" flush>
        <FilterBar
          search={{ label: '查找小区', placeholder: '名称或拼音首字母，如 gtxc' }}
          selects={[{ name: 'community', label: '社区', all: '全部社区', options: COMMUNITIES }]}
          total={81}
        />
        <DataTable
          caption="小区"
          path={PATH}
          query={query}
          sort={{ by: String(query.sort ?? 'name'), direction: query.direction === 'desc' ? 'desc' : 'asc' }}
          rows={query.q === '0' ? [] : COMPOUNDS}
          rowKey={({ name }) => name}
          rowHref={() => PATH}
          empty={empty}
          columns={[
            { key: 'name', header: '小区', sort: 'name', names: true, cell: ({ name }) => name },
            { key: 'community', header: '社区', sort: 'community', cell: ({ community }) => community },
            {
              key: 'year',
              header: '建成年份',
              sort: 'year',
              numeric: true,
              optional: true,
              cell: ({ year }) => year,
            },
            {
              key: 'households',
              header: '户数',
              numeric: true,
              optional: true,
              cell: ({ households }) => households,
            },
            {
              key: 'area',
              header: '建筑面积（㎡）',
              numeric: true,
              optional: 'off',
              cell: ({ area }) => area,
            },
            {
              key: 'stage',
              header: '物业状况',
              cell: ({ stage, tone }) => <Status tone={tone}>{stage}</Status>,
            },
            {
              key: 'pilot',
              header: '试点',
              cell: ({ pilot }) => (pilot ? <Badge tone="note">试点</Badge> : '—'),
            },
          ]}
        />
        <Pagination
          total={81}
          shown={COMPOUNDS.length}
          nextHref={addressWith(PATH, query, { cursor: 'x' })}
        />
        {empty}
      </Panel>
      <GalleryControls />
      <div className="grid gap-6 xl:grid-cols-2">
        <Panel title="详情">
          <DescriptionList
            emptyLabel="未登记"
            items={[
              { term: '小区', value: '古田新村' },
              { term: '社区', value: '古田社区' },
              { term: '建成年份', value: '1998年' },
              { term: '联系电话', value: null },
              { term: '设施', value: '车棚、晾衣架、健身器材、宣传栏、垃圾分类亭', wide: true },
            ]}
          />
        </Panel>
        <Panel title="变更记录">
          <Timeline label="变更记录" events={EVENTS} />
        </Panel>
      </div>
      <Panel title="提示">
        <Alert title="说明">表格可以按列排序。</Alert>
        <Alert tone="good">已保存。</Alert>
        <Alert tone="warn">有 3 位楼栋长没有登记电话。</Alert>
        <Alert tone="bad" title="没有保存">
          刚刚有人改过这条记录。
        </Alert>
        <Alert tone="neutral">这条记录已经结束。</Alert>
        <div className="flex flex-wrap gap-2">
          <Badge>普通</Badge>
          <Badge tone="note">试点</Badge>
          <Badge tone="good">有物管</Badge>
          <Badge tone="warn">空缺</Badge>
          <Badge tone="bad">已退回</Badge>
        </div>
        <ProgressBar label="正在导入" done={240} total={629} words="240 / 629 行" />
        <Skeleton label="正在加载…" />
      </Panel>
      <Panel title="党组织（平铺）">
        <NestedList nodes={PARTY_TREE} />
      </Panel>
      <Panel title="手机页面的表单（无需脚本）">
        <form method="get" className="flex max-w-xl flex-col gap-4">
          <PlainField label="姓名" name="plainName" requiredLabel="必填" autoComplete="off" />
          <PlainField
            label="手机号"
            name="plainPhone"
            type="tel"
            error="请填写 11 位手机号"
            defaultValue="1380"
          />
          <PlainSelect label="社区" name="plainCommunity" options={COMMUNITIES} placeholder="请选择" />
          <PlainTextArea label="情况说明" name="plainText" description="请勿填写他人隐私" />
          <PlainRadios legend="类别" name="plainKind" options={COMMUNITIES} defaultValue="gutian" />
          <PlainCheckbox label="匿名提交" name="plainAnonymous" />
          <PlainButton kind="primary" size="wide">
            提交
          </PlainButton>
        </form>
      </Panel>
    </div>
  )
}
