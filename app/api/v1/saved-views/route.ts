import { getSavedViews, postSavedView } from '@/features/requests/views/endpoints'

export const GET = getSavedViews
export const POST = postSavedView
