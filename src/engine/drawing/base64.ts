/** Bytes to base64 (RFC 4648) and back, which data addresses are written in; the engine has no such functions of its own. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes encoded at a time: a multiple of three, small enough for the arguments of one call. */
const chunkSize = 8190;

/** Returns bytes as base64 text with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let start = 0; start < bytes.length; start += chunkSize) chunks.push(encodeChunk(bytes.subarray(start, start + chunkSize)));
  return chunks.join('');
}

/** Decodes base64, white space in it included. Undefined for text that is none. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const digits = text.replace(/\s+/g, '').replace(/={1,2}$/, '');
  if (digits.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let [bits, held, at] = [0, 0, 0];
  for (let index = 0; index < digits.length; index++) {
    const value = digitValues[digits.charCodeAt(index)] ?? notADigit;
    if (value === notADigit) return undefined;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = (bits >> held) & 0xff;
    }
  }
  return bytes;
}

const notADigit = 255;

const digitValues: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = alphabet.indexOf(String.fromCharCode(code));
  return value === -1 ? notADigit : value;
});

function encodeChunk(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(61);
  for (let at = 0, out = 0; at < bytes.length; at += 3, out += 4) {
    const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = Math.min(4, bytes.length - at + 1);
    for (let index = 0; index < letters; index++) codes[out + index] = alphabet.charCodeAt((three >> (18 - 6 * index)) & 63);
  }
  return String.fromCharCode(...codes);
}
