import { patchCentreHousehold } from '@/features/parties/centre-households/endpoints'

export const PATCH = patchCentreHousehold
