import { createHash } from 'node:crypto'
import { type Html, html, trusted } from '@/core/html'
import type { Locale } from '@/core/instants'

/** For paper: black on white, lines to sign on. */
const STYLESHEET = `
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#111;font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;font-size:1.0625rem;line-height:1.7}
main{max-width:48rem;margin:0 auto;padding:2rem 1.25rem}
h1{font-size:1.75rem;line-height:1.3;text-align:center;margin:0 0 1.5rem}
p{margin:0 0 .75rem;overflow-wrap:break-word}
table{width:100%;border-collapse:collapse;margin:0 0 1.25rem}
th,td{border:1px solid #444;padding:.375rem .625rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
td.sign-here{min-width:10rem;height:4rem}
td.number{text-align:right;min-width:5rem}
.sign{margin-top:2rem}
.sign span{display:inline-block;min-width:12rem;border-bottom:1px solid #444;margin-right:1.5rem}
.words{white-space:pre-wrap}
.signature{display:block;height:3.5rem;width:8.75rem;fill:none;stroke:#111;stroke-width:8;stroke-linecap:round;stroke-linejoin:round}
.issued{text-align:right;margin-top:2rem}
@media print{@page{size:A4;margin:20mm}main{padding:0;max-width:none}body{font-size:13pt}h1{font-size:20pt}}
`.replaceAll('\n', '')

/** The policy under which such documents are sent: one style and nothing else. */
export const PAPER_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLESHEET).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A document of one page or several, to be read in a browser and printed on A4. */
export function paperPage(title: string, body: Html, locale: Locale): string {
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
${trusted(`<style>${STYLESHEET}</style>`)}
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.text
}
