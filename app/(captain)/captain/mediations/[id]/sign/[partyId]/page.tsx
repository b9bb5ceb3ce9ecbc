import { MediationSigning } from '../../../../../../_mediations/signing'

export default async function SigningPage({ params }: { params: Promise<{ id: string; partyId: string }> }) {
  return <MediationSigning base="/captain/mediations" {...(await params)} />
}
