import { useTranslations } from 'next-intl'

/** The document's title, which React lifts into the head: what the page is, then the product. */
export function PageTitle({ children }: { children: string }) {
  const t = useTranslations('frame')
  return <title>{`${children} · ${t('product')}`}</title>
}
