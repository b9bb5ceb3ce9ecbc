import { postOrderExport } from '@/features/menus/orders/endpoints'

export const POST = postOrderExport
