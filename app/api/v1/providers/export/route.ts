import { postProviderExport } from '@/features/providers/register/endpoints'

export const POST = postProviderExport
