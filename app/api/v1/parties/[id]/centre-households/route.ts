import { postCentreHousehold } from '@/features/parties/centre-households/endpoints'

export const POST = postCentreHousehold
