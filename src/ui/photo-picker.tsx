'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { errorLook } from './field-look'
import { Icon } from './icon'
import { scaledPhoto } from './outbox/photo'
import { PlainButton } from './plain-button'

export type PhotoPickerProps = {
  label: string
  most: number
  photos: readonly Uint8Array[]
  onChange: (photos: Uint8Array[]) => void
  error?: string | undefined
}

/** Takes photos with the phone's camera or from its album, and makes them small at once. */
export function PhotoPicker({ label, most, photos, onChange, error }: PhotoPickerProps) {
  const t = useTranslations('phone-outbox')
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const take = async (files: readonly File[]) => {
    setBusy(true)
    const scaled = await Promise.allSettled(files.slice(0, most - photos.length).map(scaledPhoto))
    const fine = scaled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    onChange([...photos, ...fine])
    setFault(
      fine.length < scaled.length
        ? t('notAPhoto')
        : files.length > scaled.length
          ? t('tooMany', { most })
          : undefined,
    )
    setBusy(false)
  }
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-wrap gap-2">
        {photos.map((photo, index) => (
          <li key={index} className="flex flex-col items-center gap-1">
            <Preview photo={photo} name={t('photo', { place: index + 1 })} />
            <PlainButton
              type="button"
              kind="quiet"
              size="small"
              onClick={() => onChange(photos.filter((other) => other !== photo))}
            >
              {t('removePhoto', { place: index + 1 })}
            </PlainButton>
          </li>
        ))}
      </ul>
      {photos.length < most && (
        <label className="inline-flex min-h-control cursor-pointer items-center justify-center gap-2 rounded-md border border-edge bg-surface px-4 text-base font-medium focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-focus">
          <Icon name={isBusy ? 'busy' : 'plus'} spin={isBusy} />
          {label}
          <input
            type="file"
            accept="image/*"
            multiple
            disabled={isBusy}
            className="sr-only"
            onChange={({ target }) => {
              const files = [...(target.files ?? [])]
              target.value = ''
              void take(files)
            }}
          />
        </label>
      )}
      {(error ?? fault) && (
        <p role="alert" className={errorLook}>
          {error ?? fault}
        </p>
      )}
    </div>
  )
}

function Preview({ photo, name }: { photo: Uint8Array; name: string }) {
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([photo as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }))
    if (image.current) image.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [photo])
  return <img ref={image} alt={name} className="h-24 w-auto rounded-md border border-line object-cover" />
}
