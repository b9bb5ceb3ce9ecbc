import { MediationOpening } from '../../../../_mediations/opening'

export default function NewMediationPage() {
  return <MediationOpening base="/captain/mediations" />
}
