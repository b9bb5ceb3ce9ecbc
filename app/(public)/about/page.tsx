import { getTranslations } from 'next-intl/server'
import { PageTitle } from '@/ui/page-title'

export default async function AboutPage() {
  const t = await getTranslations('home.about')
  return (
    <div className="flex flex-col gap-3">
      <PageTitle>{t('title')}</PageTitle>
      <h1 className="text-2xl font-semibold">{t('title')}</h1>
      <p>{t('what')}</p>
      <p>{t('privacy')}</p>
      <p className="font-medium">{t('emergency')}</p>
    </div>
  )
}
