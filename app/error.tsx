'use client'

import en from '@/messages/en/errors.json'
import zh from '@/messages/zh-CN/errors.json'
import { PlainButton } from '@/ui/plain-button'

const LANGUAGES = [
  { lang: 'zh-CN', words: zh },
  { lang: 'en', words: en },
] as const

/** A page that failed: in both languages, since the failure may be the words' own. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-8 px-4 py-12">
      {LANGUAGES.map(({ lang, words }) => (
        <section key={lang} lang={lang} className="flex flex-col items-start gap-2">
          <title>{words.brokenTitle}</title>
          <h1 className="text-xl font-semibold">{words.brokenTitle}</h1>
          <p>{words.brokenWhy}</p>
          <p className="text-ink-soft">{words.brokenNext}</p>
          {error.digest && (
            <p className="text-sm text-ink-faint">{words.number.replace('{id}', error.digest)}</p>
          )}
          <PlainButton type="button" icon="busy" onClick={reset}>
            {words.retry}
          </PlainButton>
        </section>
      ))}
    </div>
  )
}
