/** Tells a PDF from other files, without loading what reads one. */

/** Readers find the marks of the format in the first and the last kilobyte (ISO 32000-1, annex H.3). */
export const EDGE = 1024;

export function isPdf(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(0, EDGE)).includes("%PDF-");
}

/** A character for each byte. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
