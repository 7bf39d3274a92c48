import { randomBytes as bytes } from 'node:crypto';

export function randomBytes(size) {
  return new Uint8Array(bytes(size)).buffer;
}
