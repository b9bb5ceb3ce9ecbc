'use client'

import { useEffect, useRef } from 'react'
import Pad from 'signature_pad'
import { Button } from './button'
import { descriptionLook, errorLook, labelLook } from './field-look'
import { useFault } from './form-faults'

const WIDTH = 1000
const HEIGHT = 400
/** A finger gives far more points than a signature needs. */
const MOST_POINTS = 800

export type SignaturePadProps = {
  name: string
  label: string
  description: string
  /** The words on the button that wipes the area. */
  clear: string
  /** What a screen reader calls the area. */
  area: string
  /** Strokes as x and y in turn, in a field of 1000 by 400. */
  onChange: (strokes: readonly (readonly number[])[]) => void
}

/** A field to sign in with a finger, a pen or a mouse. */
export function SignaturePad({ name, label, description, clear, area, onChange }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<Pad>(null)
  const fault = useFault(name, undefined)
  const told = useRef(onChange)
  told.current = onChange

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const drawn = new Pad(element, { penColor: '#111', minDistance: 3 })
    pad.current = drawn
    const fit = () => {
      const ratio = Math.max(window.devicePixelRatio, 1)
      element.width = element.offsetWidth * ratio
      element.height = element.offsetHeight * ratio
      element.getContext('2d')?.scale(ratio, ratio)
      drawn.clear()
      told.current([])
    }
    const tell = () => told.current(strokesOf(drawn, element))
    fit()
    drawn.addEventListener('endStroke', tell)
    const watch = new ResizeObserver(() => {
      if (element.offsetWidth !== Math.round(element.width / Math.max(window.devicePixelRatio, 1))) fit()
    })
    watch.observe(element)
    return () => {
      watch.disconnect()
      drawn.off()
    }
  }, [])

  return (
    <div className="flex flex-col gap-1" data-field={name}>
      <p className={labelLook}>{label}</p>
      <p className={descriptionLook}>{description}</p>
      <canvas
        ref={canvas}
        role="img"
        aria-label={area}
        className="aspect-5/2 w-full max-w-xl touch-none rounded-md border-2 border-edge bg-white"
      />
      <span>
        <Button
          onPress={() => {
            pad.current?.clear()
            onChange([])
          }}
        >
          {clear}
        </Button>
      </span>
      {fault && (
        <p role="alert" className={errorLook}>
          {fault}
        </p>
      )}
    </div>
  )
}

function strokesOf(pad: Pad, { offsetWidth, offsetHeight }: HTMLCanvasElement): number[][] {
  const groups = pad.toData().map(({ points }) => points)
  const all = groups.reduce((sum, { length }) => sum + length, 0)
  const every = Math.max(1, Math.ceil(all / MOST_POINTS))
  const within = (number: number, most: number) => Math.min(most, Math.max(0, Math.round(number)))
  return groups.map((points) =>
    points
      .filter((_, place) => place % every === 0 || place === points.length - 1)
      .flatMap(({ x, y }) => [
        within((x / offsetWidth) * WIDTH, WIDTH),
        within((y / offsetHeight) * HEIGHT, HEIGHT),
      ]),
  )
}
