import { patchSavedView } from '@/features/requests/views/endpoints'

export const PATCH = patchSavedView
