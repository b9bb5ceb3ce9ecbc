/**
 * The sheet's own style, for a phone first, then wide screens, then one A4 page. Kernels of old WeChat know neither
 * flex gaps nor grids nor custom properties, so that none is used. Colours on white and on the page's ground pass
 * 4.5 to 1; what a stairwell's light swallows first, the numbers, pass 7 to 1.
 */
const SOURCE = `
html{font-size:16px;-webkit-text-size-adjust:100%}
html.large{font-size:21px}
*{box-sizing:border-box}
body{margin:0;background:#f4f2ec;color:#1d2522;font-family:-apple-system,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;font-size:1.0625rem;line-height:1.45}
.sheet{max-width:62rem;margin:0 auto;padding:0 .75rem 1.5rem}
h1,h2,h3,p,ul,figure{margin:0;padding:0}
ul{list-style:none}
a{color:#0a5a47}
a:focus{outline:3px solid #b25b00;outline-offset:-3px}
.head{padding:1.25rem .25rem .5rem}
.over{color:#4c5853}
.head h1,.head h2{font-size:1.75rem;line-height:1.25;font-weight:700}
.place{display:block}
.kind{display:block;font-size:1.125rem;font-weight:500;color:#0a5a47;padding-top:.125rem}
.holds{color:#4c5853;font-size:1rem;padding-top:.125rem}
.board{font-size:1.25rem;padding:.5rem 0}
.links{padding-top:.75rem;margin:0 -.25rem}
.links a{display:inline-block;min-height:3rem;line-height:2.9rem;margin:0 .25rem .5rem;padding:0 1rem;border:1px solid #8aa39b;border-radius:1.5rem;background:#fff;text-decoration:none;font-size:1rem}
.links .ask{background:#0a5a47;border-color:#0a5a47;color:#fff;font-weight:600}
.outages{padding:.25rem 0 0}
.outage{background:#fff4df;border:1px solid #d9a441;border-radius:.75rem;padding:.75rem 1rem;margin-top:.5rem;overflow-wrap:break-word}
.outage h2{font-size:1.25rem;line-height:1.35;padding:0;color:#4a2e00}
.kind-of{display:inline-block;background:#7a4a00;color:#fff;border-radius:.25rem;padding:0 .4375rem;font-size:1rem}
.outage p{color:#4a3a1a;padding-top:.125rem}
.qr{display:none}
.qr svg{display:block;width:8rem;height:8rem}
.qr figcaption{font-size:.875rem;color:#4c5853;text-align:center;padding-top:.25rem}
section>h2,section>h3{font-size:1.1875rem;line-height:1.3;padding:1.25rem .25rem .5rem;color:#33403b}
.sos{display:flex;margin:0 -.25rem}
.sos li{flex:1 1 0%;padding:0 .25rem}
.sos a{display:block;min-height:4.25rem;padding:.5rem 0;border-radius:.75rem;border:1px solid #d9a9a1;background:#fff;color:#9c1f13;text-align:center;text-decoration:none}
.sos li:last-child{flex-grow:1.2}
.sos b{display:block;font-size:1.4375rem;line-height:1.2}
.large .sos{flex-wrap:wrap}
.large .sos li{flex:0 0 50%;padding-bottom:.5rem}
.sos .role{color:#5c3a36}
.rows{background:#fff;border-radius:.75rem;border:1px solid #dad6ca;overflow:hidden}
.rows li{border-top:1px solid #e6e2d8;margin-top:-1px}
.row{display:flex;flex-wrap:wrap;align-items:baseline;min-height:4rem;padding:.75rem 1rem;color:#1d2522;text-decoration:none}
.role{color:#4c5853;font-size:1rem}
.sos .role{font-size:.875rem}
.row .role{flex:1 0 100%;width:100%}
.name{flex:1 1 auto;padding-right:.75rem;font-size:1.3125rem;font-weight:600;line-height:1.35}
.number{font-size:1.5625rem;font-weight:700;line-height:1.35;color:#0a5a47;white-space:nowrap;text-decoration:underline;text-decoration-color:#9cc3b6}
.instead{font-size:1.0625rem;color:#6b3d00}
.about{flex:1 0 100%;width:100%;padding-top:.125rem;color:#4c5853}
.part{display:inline-block;max-width:100%;margin-right:.75rem}
.t{white-space:nowrap}
.about strong,td strong,.now strong{font-weight:600}
.category{font-weight:600;color:#1d2522}
.paid,.free{display:inline-block;padding:0 .4375rem;border-radius:.25rem;font-size:.875rem;line-height:1.5;margin-left:.25rem}
.paid{background:#efece3;color:#55503f}
.free{background:#dff0ea;color:#0a5a47}
strong.open{color:#0a6b3c}
strong.closed{color:#5a5f5d}
strong.by-appointment{color:#7a4a00}
.none{padding:1rem;background:#fff;border:1px solid #dad6ca;border-radius:.75rem;font-size:1.125rem}
table{width:100%;border-collapse:collapse;background:#fff;border:1px solid #dad6ca}
th,td{padding:.75rem 1rem;border-top:1px solid #e6e2d8;text-align:left;vertical-align:top}
tbody th{font-weight:600;width:42%}
th small{display:block;font-weight:400;font-size:1rem;color:#4c5853}
thead th{color:#4c5853;font-size:1rem;font-weight:500}
.hours .role{display:block;font-weight:400}
.hours td{font-size:1.125rem}
td .now{display:block;color:#4c5853;padding-top:.25rem;font-size:1rem}
.call{display:block;min-height:3.75rem;line-height:3.75rem;font-size:1.25rem;white-space:nowrap}
.foot{padding:1.25rem .25rem;color:#4c5853;font-size:1rem}
.job{max-width:62rem;margin:0 auto;padding:1rem;font-size:1.25rem}
@media (max-width:30rem){
.hours th,.hours td{padding:.625rem}
.flexible th,.flexible td,.large .hours th,.large .hours td{display:block;width:auto}
.flexible td,.large .hours td{border-top:0;padding-top:0}
.large .hours thead{display:none}
}
@media (min-width:48rem){
.qr{display:block;float:right;padding:0 0 0 1rem}
.rows{display:flex;flex-wrap:wrap}
.rows li{width:50%}
.rows li:nth-child(2n){border-left:1px solid #e6e2d8}
.sos a{min-height:4.25rem}
.sheet{padding-left:1.5rem;padding-right:1.5rem}
.people section>h2{clear:both}
}
@page{size:A4 portrait;margin:8mm 10mm}
@media print{
html,html.large{font-size:10pt}
body{background:#fff;color:#000;font-size:10pt;line-height:1.3;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.job,.links,.outages,strong.open,strong.closed,strong.by-appointment,.now{display:none}
.sheet{display:flex;flex-direction:column;height:280mm;max-width:none;padding:0;overflow:hidden;page-break-after:always;break-after:page}
.sheet>*{flex-shrink:0}
.sheet:last-child{page-break-after:auto;break-after:auto}
.table{display:block;height:auto;overflow:visible}
a,.row,.number{color:#000;text-decoration:none}
.head{padding:0;min-height:41mm;border-bottom:.6mm solid #0a5a47;margin-bottom:2mm}
.table .head{min-height:0;padding-bottom:2mm}
.qr{display:block;float:right;padding:0 1mm 0 6mm}
.qr svg{width:35mm;height:35mm}
.qr figcaption{font-size:9pt;line-height:1.2;padding-top:.6mm;color:#000}
.over{font-size:13pt;line-height:1.3;padding-top:1mm;color:#333}
.head h1,.head h2{font-size:25pt;line-height:1.2}
.place{max-height:2.4em;overflow:hidden}
.long .place{font-size:18pt}
.kind{font-size:16pt;line-height:1.3;padding-top:.5mm}
.holds{font-size:11pt;line-height:1.3;padding-top:.5mm;color:#333}
section>h2,section>h3{font-size:12pt;line-height:1.3;padding:2.5mm 0 1mm;color:#0a5a47}
section>.sos-title{display:none}
.sos,.large .sos{display:flex;flex-wrap:nowrap;margin:0;border:.3mm solid #9c1f13;border-radius:2mm}
.sos li,.large .sos li,.sos li:last-child{flex:1 1 0%;padding:0}
.sos li+li{border-left:.3mm solid #d9a9a1}
.sos a{min-height:0;border:0;padding:1mm 0;background:none;color:#9c1f13}
.sos .role{font-size:11pt}
.sos b{display:inline;font-size:18pt;line-height:1.1}
.rows,.none,table{border:0;border-radius:0;background:none}
.rows{display:flex;flex-wrap:wrap;border-bottom:.2mm solid #bbb}
.rows li{width:50%;border-top:.2mm solid #bbb;margin:0;page-break-inside:avoid}
.rows li:nth-child(2n){border-left:.2mm solid #bbb}
.row{min-height:0;padding:1.2mm 2mm}
.role{font-size:10pt;line-height:1.25;color:#333}
.name{padding-right:2mm;line-height:1.25;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.people .name{font-size:18pt}
.number{font-size:24pt;line-height:1.15}
.instead{font-size:11pt;line-height:1.3;color:#000}
.about{padding:0;font-size:10pt;line-height:1.25;max-height:2.5em;overflow:hidden;color:#222}
.part{margin-right:3mm}
span.part:first-of-type{display:inline}
.providers .role{flex:0 0 auto;width:auto;white-space:nowrap;padding-right:1.5mm}
.providers .name{flex:1 1 0%;min-width:0;font-size:11pt;font-weight:400;padding:0;white-space:normal}
.providers .number,.providers .instead{flex:1 0 100%;width:100%}
.category{font-size:13pt;font-weight:700}
.paid,.free{font-size:9pt;line-height:1.4;padding:0 1mm;margin-left:.5mm;border:.2mm solid #999;background:none;color:#000}
.roomy .row{padding:2mm}
.roomy section>h2,.roomy section>h3{padding-top:4mm;font-size:13pt}
.roomy .people .name{font-size:20pt}
.roomy .providers .name{font-size:12pt}
.roomy .instead{font-size:14pt}
.roomy .about,.roomy .role{font-size:11pt}
.roomy .flexible th,.roomy .flexible td{padding:1.4mm 2mm;font-size:12pt}
.dense .row{padding:.7mm 2mm}
.dense section>h2,.dense section>h3{padding:1.5mm 0 .6mm}
.dense .category{font-size:12pt}
.dense .providers .number{font-size:20pt}
.tight .providers li:nth-child(n+11){display:none}
.dense .providers .name,.dense .instead{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.dense span.part{display:inline;margin-right:1.5mm}
.dense .about{font-size:9pt;white-space:nowrap;text-overflow:ellipsis}
.none{padding:2mm;font-size:13pt}
th,td{padding:.7mm 2mm;border-top:.2mm solid #bbb;font-size:11pt;line-height:1.3}
.flexible tr>*{max-width:0;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
th small{display:inline;font-size:10pt;padding-left:1mm}
.hours th,.hours td{padding:1.5mm 2mm;font-size:11pt}
.hours .role,.hours .name{font-size:11pt}
.call{display:inline;min-height:0;line-height:1.3;font-size:13pt;padding-left:2mm}
.foot{margin-top:auto;padding:1.5mm 0 0;font-size:9pt;line-height:1.3;color:#333}
}
`

/** The style as it is sent, line ends removed. */
export const STYLESHEET = SOURCE.replaceAll('\n', '')
