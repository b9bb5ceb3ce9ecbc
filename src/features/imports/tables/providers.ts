import { needed, optional } from './field'
import { COORDINATES, LATITUDE, LONGITUDE, OTHER_PHONE, PHONE } from './headings'
import { coordinates, latitude, longitude } from './values/numbers'
import { person, placePhone, sparePhone } from './values/people'
import { fee, place, text } from './values/words'

export const providers = {
  kind: 'providers',
  title: /便民|服务资源|服务点|资源清单|商户/,
  fields: {
    category: needed(
      [
        '服务类别',
        '类别',
        '服务类型',
        '类型',
        '服务项目',
        '资源类别',
        '行业',
        '分类',
        '服务分类',
        '项目',
        '业态',
        '服务种类',
      ],
      text,
      { grouped: true, checked: true },
    ),
    name: needed(
      [
        '服务点名称',
        '名称',
        '服务点',
        '商户名称',
        '单位名称',
        '店名',
        '机构名称',
        '资源名称',
        '服务单位',
        '店铺名称',
        '网点名称',
        '服务商',
        '服务商名称',
        '服务机构',
        '门店名称',
      ],
      place,
      { checked: true, tells: 2 },
    ),
    offers: optional(['服务内容', '经营范围', '主营', '主营业务', '经营项目', '服务描述', '主要服务'], text),
    contactName: optional(
      ['联系人', '负责人', '经营者', '联系人姓名', '店主', '经办人', '负责人姓名', '老板', '服务人员'],
      person,
    ),
    phone: optional(
      [...PHONE, '服务电话', '预约电话', '咨询电话', '店铺电话', '服务热线', '热线'],
      placePhone,
      { checked: true, second: 'otherPhone' },
    ),
    otherPhone: optional(OTHER_PHONE, sparePhone),
    address: optional(
      ['地址', '服务地址', '详细地址', '所在地址', '位置', '经营地址', '店铺地址', '地点', '服务地点'],
      text,
      { tells: 2 },
    ),
    fee: optional(
      [
        '有偿无偿',
        '有偿/无偿',
        '是否有偿',
        '收费方式',
        '收费情况',
        '有偿或无偿',
        '收费',
        '是否收费',
        '服务性质',
        '收费性质',
        '是否免费',
      ],
      fee,
      { tells: 3, readsEmptyWords: true },
    ),
    hoursText: optional(
      [
        '服务时间',
        '营业时间',
        '工作时间',
        '开放时间',
        '弹性工作时间',
        '服务时段',
        '办公时间',
        '上门时间',
        '营业时段',
      ],
      text,
      { tells: 3 },
    ),
    longitude: optional(LONGITUDE, longitude),
    latitude: optional(LATITUDE, latitude),
    coordinates: optional(COORDINATES, coordinates, { gives: ['longitude', 'latitude'] }),
  },
} as const
