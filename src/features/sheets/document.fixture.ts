import { parseHours } from '@/features/providers/hours/written/rules'
import type { SheetHours, SheetView } from './rules'

export const writtenHours = (written: string): SheetHours => ({ written, understood: parseHours(written) })

/** A sheet with everything on it, for tests. */
export function sheetView(overrides: Partial<SheetView> = {}): SheetView {
  return {
    code: 'k7m2p9qx4tznw6hc',
    address: 'https://linzhi.example/b/k7m2p9qx4tznw6hc',
    street: '罗塘街道',
    community: '古田社区',
    compound: '古田新村',
    building: '3幢',
    stairwell: '2单元',
    captains: [{ name: '顾建兆', phone: '19110003774' }],
    gridMembers: [{ name: '司马玉桂', phone: '19110003836' }],
    communityOffice: {
      name: '古田社区居委会',
      phone: '0523-88534592',
      address: '古田路12号',
      hours: writtenHours('周一至周五 8:30-11:30，14:00-17:30'),
      walkMinutes: 4,
    },
    propertyPoint: {
      name: '太平物业服务点',
      phone: '19110004163',
      address: null,
      hours: writtenHours('周一至周日 08:00-18:00'),
      walkMinutes: 9,
    },
    isLocated: true,
    providers: [
      {
        category: '水电维修',
        name: '新城水电维修',
        phone: '19110003780',
        does: '水龙头、灯具',
        fee: 'paid',
        hours: writtenHours('工作日 08:30-18:00，双休日预约'),
        walkMinutes: 3,
      },
      {
        category: '药店',
        name: '福田药店',
        phone: null,
        does: null,
        fee: 'free',
        hours: writtenHours('有人就开'),
        walkMinutes: 6,
      },
    ],
    flexibleHours: [
      { title: '夜间值班', place: '社区一楼', phone: '0523-88534592', hours: writtenHours('18:00-22:00') },
    ],
    holdsFrom: '2026-11-22',
    version: 3,
    ...overrides,
  }
}
