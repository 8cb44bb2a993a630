/** Bytes to base64 (RFC 4648), which data addresses are written in; the engine has no such function of its own. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes encoded at a time: a multiple of three, small enough for the arguments of one call. */
const chunkSize = 8190;

/** Returns bytes as base64 text with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let start = 0; start < bytes.length; start += chunkSize) chunks.push(encodeChunk(bytes.subarray(start, start + chunkSize)));
  return chunks.join('');
}

function encodeChunk(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(61);
  for (let at = 0, out = 0; at < bytes.length; at += 3, out += 4) {
    const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = Math.min(4, bytes.length - at + 1);
    for (let index = 0; index < letters; index++) codes[out + index] = alphabet.charCodeAt((three >> (18 - 6 * index)) & 63);
  }
  return String.fromCharCode(...codes);
}
