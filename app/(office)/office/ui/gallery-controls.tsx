'use client'

import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { ComboBox } from '@/ui/combo-box'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { CopyButton } from '@/ui/copy-button'
import { DateField } from '@/ui/date-field'
import { Dialog, DialogTrigger } from '@/ui/dialog'
import { FileDrop } from '@/ui/file-drop'
import { Form } from '@/ui/form'
import { MaskedValue } from '@/ui/masked-value'
import { Menu } from '@/ui/menu'
import { MonthField } from '@/ui/month-field'
import { NumberField } from '@/ui/number-field'
import { Panel } from '@/ui/panel'
import { PrintButton } from '@/ui/print-button'
import { RadioGroup } from '@/ui/radio-group'
import { Select } from '@/ui/select'
import { Switch } from '@/ui/switch'
import { Tabs } from '@/ui/tabs'
import { TextArea } from '@/ui/text-area'
import { TextField } from '@/ui/text-field'
import { showToast } from '@/ui/toast'
import { Tree } from '@/ui/tree'
import { COMMUNITIES, PARTY_TREE } from './samples'

/** The components that need the browser. */
export function GalleryControls() {
  return (
    <>
      <Panel title="按钮与窗口">
        <div className="flex flex-wrap items-center gap-2">
          <Button kind="primary">保存</Button>
          <Button>取消</Button>
          <Button kind="quiet" icon="edit">
            编辑
          </Button>
          <Button kind="danger">结束任期</Button>
          <Button isDisabled>不可用</Button>
          <Button isPending>请稍候</Button>
          <Button size="small">小按钮</Button>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <DialogTrigger>
            <Button>打开窗口</Button>
            <Dialog title="窗口" actions={(close) => <Button onPress={close}>知道了</Button>}>
              <TextField label="备注" name="note" />
            </Dialog>
          </DialogTrigger>
          <ConfirmDialog
            trigger="删除"
            triggerKind="danger"
            title="删除这条记录？"
            confirm="删除"
            danger
            onConfirm={async () => '还有其他记录在用它。'}
          >
            删除后 24 小时内可以恢复。
          </ConfirmDialog>
          <Menu
            label="更多"
            entries={[
              { id: 'history', label: '查看历史', href: '/office/ui' },
              { id: 'toast', label: '提示一下', onAction: () => showToast({ message: '已保存。' }) },
            ]}
          />
          <Button
            onPress={() =>
              showToast({ message: '已结束任期。', action: { label: '撤销', onPress: () => undefined } })
            }
          >
            显示通知
          </Button>
          <PrintButton label="打印" />
          <CopyButton text="321204001" label="复制代码" copiedLabel="已复制" />
          <MaskedValue masked="138****1234" label="李* 的手机号" revealUrl="/api/v1/gallery" />
        </div>
      </Panel>
      <Panel title="表单">
        <Form action="/api/v1/gallery" submit="保存" onDone={() => showToast({ message: '已保存。' })}>
          <TextField name="name" label="小区名称" description="与门牌一致" isRequired />
          <TextField
            name="phone"
            label="联系电话"
            error="请填写 11 位手机号"
            defaultValue="1380"
            type="tel"
          />
          <NumberField
            name="year"
            label="建成年份"
            unit="年"
            formatOptions={{ useGrouping: false }}
            defaultValue={1998}
          />
          <Select name="community" label="社区" options={COMMUNITIES} placeholder="请选择" isRequired />
          <ComboBox name="grid" label="网格" options={COMMUNITIES} placeholder="输入名称查找" />
          <DateField name="from" label="起始日期" />
          <MonthField name="month" label="月份" />
          <RadioGroup name="stage" label="物业状况" options={COMMUNITIES} defaultValue="gutian" />
          <Checkbox name="pilot" defaultSelected description="试点小区优先排班">
            列为试点
          </Checkbox>
          <Switch defaultSelected>公开电话</Switch>
          <TextArea name="note" label="备注" />
        </Form>
      </Panel>
      <Panel title="文件">
        <FileDrop
          label="把台账文件拖到这里"
          choose="选择文件"
          hint="xlsx、xls 或 csv，合计不超过 60 MB"
          multiple
          taken={(count) => `已选 ${count} 个文件`}
          onFiles={() => undefined}
        />
      </Panel>
      <Panel title="标签页">
        <Tabs
          label="小区"
          tabs={[
            { id: 'buildings', label: '楼栋', content: <p>12 幢</p> },
            { id: 'people', label: '人员', content: <p>楼栋长 11 人</p> },
          ]}
        />
      </Panel>
      <Panel title="党组织（树）">
        <Tree label="党组织" nodes={PARTY_TREE} toggleLabel="展开或收起" open={['committee', 'branch']} />
      </Panel>
    </>
  )
}
