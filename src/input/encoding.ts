/** Tells the encoding of a text that is not UTF-8 by its letters: what is usual in one is rare, or none, in another. */

export interface Encoding {
  /** Label of the Encoding Standard. */
  readonly name: string;
  readonly title: string;
}

/** It has a letter for nearly every byte. */
const USUAL: Encoding = { name: "windows-1252", title: "Windows-1252" };

/** What is less certain is no better than a guess, in per cent; fewer bytes that are not ASCII tell nothing. */
const LEAST_CERTAIN = 20;
const FEWEST_BYTES = 8;

/** A text in UTF-8 may be broken in places: it has so many times as many letters beside ASCII that are whole. */
const WHOLE_TO_BROKEN = 4;

/** The encoding that a text is in most likely. The package that tells it is loaded when one is met. */
export async function likelyEncoding(bytes: Uint8Array): Promise<Encoding> {
  if (isUtf8WithFaults(bytes)) return { name: "utf-8", title: "UTF-8" };
  if (bytes.filter((byte) => byte > 0x7f).length < FEWEST_BYTES) return USUAL;
  const { analyse } = (await import("chardet")).default;
  const found = analyse(bytes).find(
    ({ name, confidence }) => confidence >= LEAST_CERTAIN && hasAllOf(name, bytes),
  );
  if (found === undefined || found.name === "ISO-8859-1") return USUAL;
  return { name: found.name.toLowerCase(), title: found.name.replace(/^windows/, "Windows") };
}

function isUtf8WithFaults(bytes: Uint8Array): boolean {
  const letters = new TextDecoder().decode(bytes).match(/[^\0-\x7f]/gu) ?? [];
  const broken = letters.filter((letter) => letter === "\uFFFD").length;
  return letters.length - broken >= broken * WHOLE_TO_BROKEN;
}

/** True for an encoding that can be read, and has a letter for all of the bytes. */
function hasAllOf(name: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(name, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
