import { each } from './field'

/** Headings that several registers share; each register adds its own. */
export const NAME = ['姓名', '名字', '人员姓名', '名称姓名', '联系人姓名']
export const PHONE = [
  '联系电话',
  '电话',
  '手机',
  '手机号',
  '手机号码',
  '电话号码',
  '联系方式',
  '联系号码',
  '移动电话',
  '联系手机',
  '本人电话',
  '手机电话',
  '联系电话手机',
  'phone',
]
export const OTHER_PHONE = [
  '备用电话',
  '座机',
  '固定电话',
  '固话',
  '办公电话',
  '其他电话',
  '家庭电话',
  '宅电',
  '第二电话',
  '电话2',
  '联系电话2',
  '短号',
]
export const COMMUNITY = [
  '所属社区',
  '社区',
  '社区名称',
  '居委会',
  '居委',
  '所属居委会',
  '居委会名称',
  '所在社区',
  '社区居委会',
  '村居',
  '村社区',
  '社区村',
  '村居名称',
  '所属村居',
  '所辖社区',
  '管辖社区',
  '归属社区',
]
export const COMPOUND = [
  '小区名称',
  '小区',
  '所属小区',
  '所在小区',
  '小区名',
  '住宅小区',
  '院落名称',
  '院落',
  '楼院',
  '楼院名称',
  '居住小区',
  '老旧小区名称',
  '无物管小区',
  '无物管小区名称',
  '小区楼院名称',
  '责任小区',
]
export const GRID = [
  '所属网格',
  '网格',
  '网格编号',
  '所属网格编号',
  '网格编码',
  '网格代码',
  '所在网格',
  '网格号',
  '所属网格编码',
  '网格名称',
  '所属网格名称',
  '责任网格',
  '网格区域',
  '负责网格',
]
export const LONGITUDE = ['经度', '东经', '坐标x', '经度坐标', 'lng', 'lon', 'longitude', '经度e', '东经度']
export const LATITUDE = ['纬度', '北纬', '坐标y', '纬度坐标', 'lat', 'latitude', '纬度n', '北纬度']
export const COORDINATES = ['经纬度', '坐标', '地理坐标', '位置坐标', '经纬度坐标', '定位']
export const STAIRWELLS = [
  '单元数',
  '单元',
  '单元数量',
  '单元总数',
  '楼道数',
  '楼道数量',
  '门洞数',
  '梯数',
  '单元个数',
  '总单元数',
]
export const HOUSEHOLDS = [
  '户数',
  '总户数',
  '住户数',
  '居民户数',
  '户数合计',
  '住户',
  '户',
  '家庭户数',
  '房屋套数',
  '套数',
  '住户总数',
  '常住户数',
  '住宅套数',
]
export const NAME_AND_PHONE = [
  '姓名及电话',
  '姓名及联系电话',
  '姓名电话',
  '姓名联系电话',
  '姓名和电话',
  '姓名及联系方式',
  '姓名与电话',
]

/** 楼栋长, 楼栋长姓名, 楼栋长电话 …: the headings of a person named by office. */
export const nameOf = (offices: readonly string[]) => [...offices, ...each(offices, ['姓名', '名字', '名单'])]
export const phoneOf = (offices: readonly string[]) => each(offices, PHONE)
export const nameAndPhoneOf = (offices: readonly string[]) =>
  each(offices, [...NAME_AND_PHONE, '及电话', '及联系电话', '及联系方式', '和电话', '及手机'])

/** Columns that no register needs: numbering, signatures, remarks. */
export const IGNORED = new Set([
  '序号',
  '序',
  '编次',
  '行号',
  '排序',
  'no',
  'no.',
  '序列',
  '备注',
  '说明',
  '签名',
  '签字',
  '备考',
  '其他',
  '其它',
  '填表人',
  '填报人',
  '录入时间',
  '更新时间',
  '填报时间',
  '照片',
  '街道',
  '所属街道',
  '街道名称',
  '区',
  '区县',
  '市',
  '省',
])

/** Personal data that this work does not need and no file should carry. */
export const SENSITIVE =
  /身份证|证件号|公民身份|护照|社保卡|社会保障号|医保卡|银行卡|银行账|开户|卡号|工资卡|病史|疾病|残疾|健康状况|宗教|民族|婚姻|低保|征信|密码|指纹|人脸/
