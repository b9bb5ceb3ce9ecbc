'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { DateField } from '@/ui/date-field'
import { Dialog } from '@/ui/dialog'
import { Form } from '@/ui/form'
import { type Option, Select } from '@/ui/select'
import { TextField } from '@/ui/text-field'

export type ConsentButtonProps = {
  action: string
  words: {
    trigger: string
    title: string
    save: string
    givenOn: string
    source: string
    textVersion: string
    textVersionHint: string
  }
  sources: readonly Option[]
  today: string
  textVersion: string
}

/** Asks when and how a consent was given, and to which wording; afterwards the page is read again. */
export function ConsentButton({ action, words, sources, today, textVersion }: ConsentButtonProps) {
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>{words.trigger}</Button>
      <Dialog title={words.title} isOpen={isOpen} onOpenChange={setOpen}>
        <Form
          action={action}
          submit={words.save}
          onDone={() => {
            setOpen(false)
            router.refresh()
          }}
        >
          <DateField name="givenOn" label={words.givenOn} isRequired defaultValue={today} />
          <Select
            name="source"
            label={words.source}
            isRequired
            options={sources}
            defaultValue={sources[0]?.value ?? ''}
          />
          <TextField
            name="textVersion"
            label={words.textVersion}
            description={words.textVersionHint}
            isRequired
            maxLength={40}
            defaultValue={textVersion}
          />
        </Form>
      </Dialog>
    </>
  )
}
