import { MediationStep } from '../../../../../_mediations/step'

export default async function MediationStepPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string; step: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { party } = await searchParams
  return (
    <MediationStep
      base="/office/mediations"
      {...(await params)}
      partyId={typeof party === 'string' ? party : undefined}
    />
  )
}
