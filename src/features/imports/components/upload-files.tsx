'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { FileDrop } from '@/ui/file-drop'
import { Panel } from '@/ui/panel'
import { ProgressBar } from '@/ui/progress-bar'
import { send } from '@/ui/send'

export type UploadLimits = { fileBytes: number; totalBytes: number; files: number; rows: number }

const REGISTER = /\.(xlsx|xls|csv|tsv|txt)$/i
const megabytes = (bytes: number): number => Math.floor(bytes / 1_000_000)

/** Takes register files, sends them one by one and has them read. */
export function UploadFiles({ limits }: { limits: UploadLimits }) {
  const t = useTranslations('imports.upload')
  const router = useRouter()
  const [files, setFiles] = useState<readonly File[]>([])
  const [sent, setSent] = useState<number | null>(null)
  const [trouble, setTrouble] = useState<string>()

  const take = (more: File[]) => {
    setTrouble(undefined)
    setFiles((known) => [...known.filter(({ name }) => !more.some((file) => file.name === name)), ...more])
  }
  const wrong = (file: File): string | null => {
    if (!REGISTER.test(file.name)) return t('wrongKind')
    return file.size > limits.fileBytes ? t('tooLarge', { limit: megabytes(limits.fileBytes) }) : null
  }
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const refusal =
    files.length > limits.files
      ? t('tooMany', { count: limits.files })
      : total > limits.totalBytes
        ? t('tooMuch', { limit: megabytes(limits.totalBytes) })
        : null
  const ready = files.length > 0 && refusal === null && files.every((file) => wrong(file) === null)

  const upload = async () => {
    setTrouble(undefined)
    setSent(0)
    const failure = await sendAll(files, setSent)
    if ('message' in failure) {
      setSent(null)
      setTrouble(failure.message || t('failed'))
    } else router.push(`/office/imports/${failure.id}` as Route)
  }

  return (
    <div className="flex flex-col gap-4">
      {trouble && (
        <Alert tone="bad" announce>
          {trouble}
        </Alert>
      )}
      <FileDrop
        label={t('label')}
        choose={t('choose')}
        hint={t('hint', {
          file: megabytes(limits.fileBytes),
          total: megabytes(limits.totalBytes),
          count: limits.files,
          rows: limits.rows,
        })}
        accept={['.xlsx', '.xls', '.csv', '.tsv', '.txt']}
        multiple
        taken={(count) => t('taken', { count })}
        onFiles={take}
      />
      {files.length > 0 && (
        <Panel title={t('list')}>
          {refusal && <Alert tone="bad">{refusal}</Alert>}
          <ul className="flex flex-col divide-y divide-line text-sm">
            {files.map((file) => (
              <li
                key={file.name}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.5"
              >
                <span className="min-w-0 break-all">
                  {file.name}
                  <span className="ms-2 text-ink-faint">
                    {t('size', { size: Math.ceil(file.size / 1000) })}
                  </span>
                  {wrong(file) && <span className="block font-medium text-bad">{wrong(file)}</span>}
                </span>
                <Button
                  size="small"
                  isDisabled={sent !== null}
                  aria-label={t('removeFile', { name: file.name })}
                  onPress={() => setFiles((known) => known.filter((one) => one !== file))}
                >
                  {t('remove')}
                </Button>
              </li>
            ))}
          </ul>
          {sent === null ? (
            <div>
              <Button kind="primary" icon="upload" isDisabled={!ready} onPress={upload}>
                {t('start')}
              </Button>
            </div>
          ) : (
            <ProgressBar
              label={t('start')}
              done={sent}
              total={files.length}
              words={t('sending', { done: sent, total: files.length })}
            />
          )}
        </Panel>
      )}
    </div>
  )
}

/** Opens an import, adds each file, and has them read; answers the import, or words for what went wrong. */
async function sendAll(
  files: readonly File[],
  onSent: (count: number) => void,
): Promise<{ id: string } | { message: string }> {
  const opened = await send('/api/v1/imports', 'POST', {})
  if (!opened.ok) return { message: opened.message ?? '' }
  const { id } = opened.value as { id: string }
  for (const [index, file] of files.entries()) {
    try {
      const answer = await fetch(`/api/v1/imports/${id}/files?name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: file,
      })
      if (!answer.ok) {
        const { message = '' } = (await answer.json().catch(() => ({}))) as { message?: string }
        return { message: `${file.name}: ${message}` }
      }
    } catch {
      return { message: '' }
    }
    onSent(index + 1)
  }
  const reading = await send(`/api/v1/imports/${id}/reading`, 'POST', {})
  return reading.ok ? { id } : { message: reading.message ?? '' }
}
