import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'

const KEY_BYTES = 32
const NONCE_BYTES = 24
const PURPOSE = new TextEncoder().encode('linzhi phone entry')

/**
 * A sealed box: anybody can close it with the public key, only the secret one opens it. X25519, HKDF-SHA-256 and
 * XChaCha20-Poly1305, all in script, since a page over plain http has no WebCrypto.
 */
export function seal(bytes: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const { secretKey, publicKey: once } = x25519.keygen()
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const key = boxKey(x25519.getSharedSecret(secretKey, publicKey), once, publicKey)
  return joined(once, nonce, xchacha20poly1305(key, nonce).encrypt(bytes))
}

/** Opens a sealed box; throws when it was closed for another key or bent. */
export function unseal(box: Uint8Array, secretKey: Uint8Array): Uint8Array {
  const once = box.slice(0, KEY_BYTES)
  const nonce = box.slice(KEY_BYTES, KEY_BYTES + NONCE_BYTES)
  const key = boxKey(x25519.getSharedSecret(secretKey, once), once, publicKeyOf(secretKey))
  return xchacha20poly1305(key, nonce).decrypt(box.slice(KEY_BYTES + NONCE_BYTES))
}

export const publicKeyOf = (secretKey: Uint8Array): Uint8Array => x25519.getPublicKey(secretKey)

const boxKey = (shared: Uint8Array, once: Uint8Array, publicKey: Uint8Array): Uint8Array =>
  hkdf(sha256, shared, joined(once, publicKey), PURPOSE, KEY_BYTES)

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
