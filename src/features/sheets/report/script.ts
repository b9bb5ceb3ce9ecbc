/**
 * What the form does more where a script runs: solves the riddle, makes photos small before they travel, shows a danger's
 * number and what neighbours have reported while somebody still types. The form works without it. Old kernels read it: ES5.
 */
export const FORM_SCRIPT = `(function () {
  'use strict'
  var form = document.getElementById('report')
  if (!form) return
  var K = []
  var H0 = []
  ;(function () {
    var n = 2
    while (K.length < 64) {
      var prime = true
      for (var d = 2; d * d <= n; d++) if (n % d === 0) { prime = false; break }
      if (prime) {
        if (H0.length < 8) H0.push((Math.pow(n, 0.5) * 4294967296) | 0)
        K.push((Math.pow(n, 1 / 3) * 4294967296) | 0)
      }
      n++
    }
  })()
  function sha256(text) {
    var words = []
    var length = text.length
    for (var i = 0; i < length; i++) words[i >> 2] |= text.charCodeAt(i) << (24 - (i % 4) * 8)
    words[length >> 2] |= 0x80 << (24 - (length % 4) * 8)
    var size = (((length + 8) >> 6) + 1) * 16
    words[size - 1] = length * 8
    var h = H0.slice()
    for (var at = 0; at < size; at += 16) {
      var w = []
      var s = h.slice()
      for (var t = 0; t < 64; t++) {
        if (t < 16) w[t] = words[at + t] | 0
        else {
          var a = w[t - 15], b = w[t - 2]
          w[t] = (w[t - 16] + w[t - 7] +
            ((a >>> 7 | a << 25) ^ (a >>> 18 | a << 14) ^ (a >>> 3)) +
            ((b >>> 17 | b << 15) ^ (b >>> 19 | b << 13) ^ (b >>> 10))) | 0
        }
        var e = s[4], x = s[0]
        var t1 = (s[7] + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) +
          ((e & s[5]) ^ (~e & s[6])) + K[t] + w[t]) | 0
        var t2 = (((x >>> 2 | x << 30) ^ (x >>> 13 | x << 19) ^ (x >>> 22 | x << 10)) +
          ((x & s[1]) ^ (x & s[2]) ^ (s[1] & s[2]))) | 0
        s = [(t1 + t2) | 0, s[0], s[1], s[2], (s[3] + t1) | 0, s[4], s[5], s[6]]
      }
      for (var j = 0; j < 8; j++) h[j] = (h[j] + s[j]) | 0
    }
    var hex = ''
    for (var k = 0; k < 8; k++) hex += ('00000000' + (h[k] >>> 0).toString(16)).slice(-8)
    return hex
  }

  var riddle = JSON.parse(form.getAttribute('data-altcha'))
  var number = 0
  function solve() {
    for (var end = number + 500; number < end; number++) {
      if (sha256(riddle.salt + number) === riddle.challenge) {
        riddle.number = number
        document.getElementById('altcha').value = btoa(JSON.stringify(riddle))
        return
      }
    }
    if (number <= riddle.maxnumber) setTimeout(solve, 0)
  }
  setTimeout(solve, 0)

  var kind = document.getElementById('f-categoryId')
  var danger = document.getElementById('danger-now')
  var similar = document.getElementById('similar')
  kind.addEventListener('change', function () {
    var option = kind.options[kind.selectedIndex]
    var call = option.getAttribute('data-danger')
    danger.className = call ? 'danger' : 'hidden'
    if (call) {
      var link = danger.getElementsByTagName('a')[0]
      link.href = 'tel:' + call
      link.textContent = danger.getAttribute('data-call').replace('{number}', call)
    }
    similar.textContent = ''
    similar.className = 'hidden'
    if (!kind.value) return
    var ask = new XMLHttpRequest()
    ask.open('GET', form.getAttribute('data-similar') + kind.value)
    ask.onload = function () {
      if (ask.status !== 200) return
      var list = JSON.parse(ask.responseText)
      document.getElementById('seen').value = kind.value
      if (!list.length) return
      var title = document.createElement('h2')
      title.textContent = similar.getAttribute('data-title')
      similar.appendChild(title)
      for (var i = 0; i < list.length; i++) {
        var row = document.createElement('div')
        var what = document.createElement('p')
        what.textContent = list[i].words
        var button = document.createElement('button')
        button.className = 'follow'
        button.name = 'follow'
        button.value = list[i].follow
        button.formNoValidate = true
        button.textContent = similar.getAttribute('data-follow')
        row.appendChild(what)
        row.appendChild(button)
        similar.appendChild(row)
      }
      similar.className = 'similar'
    }
    ask.send()
  })

  var files = document.getElementById('f-photos')
  var LONG = 1600
  function shrink(file, done) {
    var image = new Image()
    var url = URL.createObjectURL(file)
    image.onerror = function () { URL.revokeObjectURL(url); done(file) }
    image.onload = function () {
      URL.revokeObjectURL(url)
      var scale = Math.min(1, LONG / Math.max(image.width, image.height))
      var canvas = document.createElement('canvas')
      canvas.width = Math.max(1, Math.round(image.width * scale))
      canvas.height = Math.max(1, Math.round(image.height * scale))
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
      canvas.toBlob(function (blob) {
        done(blob && blob.size < file.size ? new File([blob], 'photo.jpg', { type: 'image/jpeg' }) : file)
      }, 'image/jpeg', 0.8)
    }
    image.src = url
  }
  files.addEventListener('change', function () {
    if (typeof DataTransfer !== 'function' || !HTMLCanvasElement.prototype.toBlob) return
    var chosen = [].slice.call(files.files)
    var small = []
    function next() {
      if (small.length < chosen.length) return shrink(chosen[small.length], function (file) { small.push(file); next() })
      try {
        var transfer = new DataTransfer()
        for (var i = 0; i < small.length; i++) transfer.items.add(small[i])
        files.files = transfer.files
      } catch (_) {}
    }
    next()
  })
})()
`
