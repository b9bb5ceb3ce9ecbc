import { PreferenceSwitch } from './preference-switch'

/** Leads to the same page in the other language, whose own name it carries. */
export function LanguageSwitch({ locale }: { locale: string }) {
  return locale === 'en' ? (
    <PreferenceSwitch href="?lang=zh-CN" label="中文" lang="zh-CN" icon="language" />
  ) : (
    <PreferenceSwitch href="?lang=en" label="English" lang="en" icon="language" />
  )
}
