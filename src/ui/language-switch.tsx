import { PreferenceSwitch } from './preference-switch'

/** Leads to the same page in the other language, whose own name it carries. */
export function LanguageSwitch({ locale, compact }: { locale: string; compact?: boolean }) {
  return locale === 'en' ? (
    <PreferenceSwitch href="?lang=zh-CN" label="中文" lang="zh-CN" icon="language" compact={compact} />
  ) : (
    <PreferenceSwitch href="?lang=en" label="English" lang="en" icon="language" compact={compact} />
  )
}
