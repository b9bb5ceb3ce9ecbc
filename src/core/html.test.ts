import { describe, expect, it } from 'vitest'
import { html, trusted } from './html'

describe('html', () => {
  it('escapes every value, in text and in attributes', () => {
    const name = `<script>"O'Brien" & sons</script>`
    expect(html`<a title="${name}">${name}</a>`.text).toBe(
      '<a title="&lt;script&gt;&quot;O&#39;Brien&quot; &amp; sons&lt;/script&gt;">&lt;script&gt;&quot;O&#39;Brien&quot; &amp; sons&lt;/script&gt;</a>',
    )
  })

  it('keeps markup inside markup and writes lists one after the other', () => {
    const rows = ['1', '<2>'].map((row) => html`<li>${row}</li>`)
    expect(html`<ul>${rows}</ul>${trusted('<hr>')}`.text).toBe('<ul><li>1</li><li>&lt;2&gt;</li></ul><hr>')
  })

  it('leaves nothing for what is absent, and keeps zero', () => {
    expect(html`${null}${undefined}${false}${0}`.text).toBe('0')
  })
})
