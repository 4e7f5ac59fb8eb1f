/** Whether the browser computes hashes: it does with HTTPS, and on the reader's own machine. */
export const canHash = () => globalThis.crypto?.subtle !== undefined;

/** The SHA-256 of bytes. */
export const sha256 = async (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** The UTF-8 of a text. */
export const utf8 = (text: string) => new TextEncoder().encode(text);

/** Bytes in lower-case hexadecimal digits. */
export const hexOf = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
