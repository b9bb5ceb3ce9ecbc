import type { PageQuery } from '@/ui/page-address'
import { MediationList } from '../../../_mediations/list'

export default async function MediationsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  return <MediationList base="/captain/mediations" query={await searchParams} />
}
