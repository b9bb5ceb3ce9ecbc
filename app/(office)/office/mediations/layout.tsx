import { ClientMessages } from '@/ui/client-messages'

export default function MediationsLayout({ children }: { children: React.ReactNode }) {
  return <ClientMessages namespaces={['mediations']}>{children}</ClientMessages>
}
