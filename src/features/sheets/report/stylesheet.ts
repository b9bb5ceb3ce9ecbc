/** The form's own style beside the sheet's; what old kernels lack (gaps, grids, custom properties) is not used. */
const SOURCE = `
.form{max-width:40rem;margin:0 auto;padding:0 .75rem 2rem}
.form h2{font-size:1.1875rem;padding:1.25rem 0 .5rem;color:#33403b}
.danger{border:2px solid #9c1f13;border-radius:.75rem;background:#fff;padding:.25rem 1rem 1rem;margin-top:.75rem}
.form .danger h2{color:#9c1f13;padding-top:.75rem}
.danger a{display:block;min-height:3rem;padding:.625rem 0;color:#9c1f13;font-weight:600;font-size:1.125rem;border-top:1px solid #ecd3cf}
.danger a b{font-size:1.375rem}
.danger a.first{background:#9c1f13;color:#fff;border:0;border-radius:.75rem;text-align:center;text-decoration:none;margin:.5rem 0;padding:.75rem}
.field{padding-top:1rem}
label,legend,.label{display:block;font-weight:600;padding-bottom:.25rem}
.hint{color:#4c5853;font-size:1rem;padding-bottom:.375rem}
input,select,textarea,button{font:inherit;color:inherit;max-width:100%}
input[type=text],input[type=tel],select,textarea{display:block;width:100%;min-height:3rem;padding:.625rem .75rem;border:1px solid #6f827b;border-radius:.5rem;background:#fff}
input[type=file]{display:block;width:100%;min-height:3rem;padding:.625rem 0}
textarea{min-height:8rem}
.check{display:block;min-height:3rem;padding:.75rem 0}
.check input{width:1.5rem;height:1.5rem;margin:0 .5rem 0 0;vertical-align:middle}
.large .check input{width:2rem;height:2rem}
.wrong{border:2px solid #9c1f13!important}
.error{color:#9c1f13;font-weight:600;padding-top:.25rem}
.alert{border:2px solid #b25b00;border-radius:.75rem;background:#fff;padding:.75rem 1rem;margin-top:.75rem;font-weight:600}
.send{display:block;width:100%;min-height:3.5rem;margin-top:1.5rem;border:0;border-radius:.75rem;background:#0a5a47;color:#fff;font-size:1.1875rem;font-weight:600}
.similar{border:1px solid #8aa39b;border-radius:.75rem;background:#fff;padding:0 1rem 1rem;margin-top:1rem}
.similar li{border-top:1px solid #e6e2d8;padding:.75rem 0}
.follow{display:block;min-height:3rem;margin-top:.5rem;padding:0 1.25rem;border:1px solid #0a5a47;border-radius:1.5rem;background:#fff;color:#0a5a47;font-weight:600}
.trap{position:absolute;left:-9999px;height:1px;width:1px;overflow:hidden}
button:focus,input:focus,select:focus,textarea:focus{outline:3px solid #b25b00;outline-offset:1px}
.hidden{display:none}
`

export const FORM_STYLE = SOURCE.replaceAll('\n', '')
