import { MediationCase } from '../../../../_mediations/case'

export default async function MediationPage({ params }: { params: Promise<{ id: string }> }) {
  return <MediationCase base="/captain/mediations" id={(await params).id} />
}
