import { postCaptainHandoverSignature } from '@/features/requests/captain-handovers/endpoints'

export const POST = postCaptainHandoverSignature
