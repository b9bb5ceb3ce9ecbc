'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { createContext, useContext, useMemo, useState } from 'react'
import { Button } from '@/ui/button'
import { type Option, Select } from '@/ui/select'
import { send } from '@/ui/send'
import { showToast } from '@/ui/toast'

type Chosen = {
  picked: readonly string[]
  toggle: (id: string) => void
  code: (move: 'codings' | 'codings/removal', codeId: string, answers: readonly string[]) => Promise<void>
  pending: boolean
}

const Selection = createContext<Chosen>({
  picked: [],
  toggle: () => {},
  code: async () => {},
  pending: false,
})

const MOST = 200

/** Keeps which texts are picked and gives them a word of the codebook, or takes it away. */
export function TextSelection({
  surveyId,
  question,
  codes,
  children,
}: {
  surveyId: string
  question: string
  codes: readonly Option[]
  children: React.ReactNode
}) {
  const t = useTranslations('survey-texts')
  const router = useRouter()
  const [picked, setPicked] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const value = useMemo<Chosen>(
    () => ({
      picked,
      pending,
      toggle: (id) =>
        setPicked((before) =>
          before.includes(id) ? before.filter((one) => one !== id) : [...before, id].slice(0, MOST),
        ),
      code: async (move, codeId, answers) => {
        setPending(true)
        const answer = await send(`/api/v1/surveys/${surveyId}/${move}`, 'POST', {
          question,
          codeId,
          answers,
        })
        setPending(false)
        if (!answer.ok) {
          showToast({ message: answer.message ?? t('failed'), tone: 'bad' })
          return
        }
        const { answers: count } = answer.value as { answers: number }
        showToast({ message: t(move === 'codings' ? 'given' : 'taken', { count }), tone: 'good' })
        setPicked([])
        router.refresh()
      },
    }),
    [picked, pending, surveyId, question, router, t],
  )
  const move = (to: 'codings' | 'codings/removal') => chosen && value.code(to, chosen, picked)
  return (
    <Selection value={value}>
      {children}
      <div className="sticky bottom-0 z-20 flex flex-wrap items-end gap-2 border-t border-line bg-surface py-2 print:hidden">
        <span role="status" className="self-center text-sm text-ink-soft tabular-nums">
          {t('picked', { count: picked.length })}
        </span>
        {picked.length > 0 && (
          <>
            <Select label={t('code')} options={codes} value={chosen} onChange={setChosen} />
            <Button kind="primary" isDisabled={!chosen} isPending={pending} onPress={() => move('codings')}>
              {t('give')}
            </Button>
            <Button isDisabled={!chosen} isPending={pending} onPress={() => move('codings/removal')}>
              {t('take')}
            </Button>
            <Button kind="quiet" onPress={() => setPicked([])}>
              {t('clear')}
            </Button>
          </>
        )}
      </div>
    </Selection>
  )
}

/** The mark by which a text is picked. */
export function TextPick({ id, text }: { id: string; text: string }) {
  const t = useTranslations('survey-texts')
  const { picked, toggle } = useContext(Selection)
  return (
    <label className="inline-flex size-control-small cursor-pointer items-center justify-center">
      <span className="sr-only">{t('pick', { text })}</span>
      <input
        type="checkbox"
        checked={picked.includes(id)}
        onChange={() => toggle(id)}
        className="size-5 accent-link"
      />
    </label>
  )
}

/** Gives a text what it suggests, at one press. */
export function SuggestedCode({
  id,
  text,
  code,
}: {
  id: string
  text: string
  code: { id: string; name: string }
}) {
  const t = useTranslations('survey-texts')
  const { code: give, pending } = useContext(Selection)
  return (
    <Button
      size="small"
      icon="plus"
      isDisabled={pending}
      aria-label={t('giveTo', { name: code.name, text })}
      onPress={() => give('codings', code.id, [id])}
    >
      {code.name}
    </Button>
  )
}
