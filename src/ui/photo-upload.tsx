'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { errorLook, labelLook } from './field-look'
import { useFault } from './form-faults'
import { PhotoPicker } from './photo-picker'

export type PhotoUploadProps = {
  label: string
  /** The field of the form that the ids are sent as. */
  name: string
  /** The operation that takes a photo's bytes and answers `{ id }`. */
  action: string
  most: number
}

type Sent = { photo: Uint8Array; id: string }

/** Photos of a form in the office: each is sent as it is chosen, and the form names them by their ids. */
export function PhotoUpload({ label, name, action, most }: PhotoUploadProps) {
  const t = useTranslations('ui')
  const fault = useFault(name, undefined)
  const [sent, setSent] = useState<readonly Sent[]>([])
  const [failed, setFailed] = useState<string>()
  const take = async (photos: readonly Uint8Array[]) => {
    const kept = sent.filter(({ photo }) => photos.includes(photo))
    setFailed(undefined)
    for (const photo of photos.filter((one) => !kept.some((other) => other.photo === one))) {
      const id = await sendPhoto(action, photo)
      if (id === null) setFailed(t('unreachable'))
      else kept.push({ photo, id })
    }
    setSent(kept)
  }
  return (
    <div className="flex flex-col gap-1" data-field={name}>
      <p className={labelLook}>{label}</p>
      <PhotoPicker
        label={t('choosePhoto')}
        most={most}
        photos={sent.map(({ photo }) => photo)}
        onChange={take}
      />
      {sent.map(({ id }) => (
        <input key={id} type="hidden" name={name} value={id} />
      ))}
      {(failed ?? fault) && (
        <p role="alert" className={errorLook}>
          {failed ?? fault}
        </p>
      )}
    </div>
  )
}

async function sendPhoto(action: string, photo: Uint8Array): Promise<string | null> {
  try {
    const answer = await fetch(action, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: photo as Uint8Array<ArrayBuffer>,
    })
    return answer.ok ? ((await answer.json()) as { id: string }).id : null
  } catch {
    return null
  }
}
