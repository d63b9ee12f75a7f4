/**
 * Text files are UTF-8. One in an older encoding is read as what it most likely is, and told: by its byte
 * order mark (UTF-16), else by its letters. Letters are composed (Unicode, normalization form C): fonts
 * have no glyph for many marks, and who searches a book types whole letters.
 */
import { type Diagnostic, diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import { likelyEncoding } from "./encoding.js";

/** Decodes a file without its byte order mark. @returns undefined for what is no text at all: that is reported. */
export async function decodeUtf8(
  bytes: Uint8Array,
  file: string,
  report: Report,
): Promise<string | undefined> {
  const text = await decode(bytes, file, report);
  return text === undefined ? undefined : composed(text);
}

async function decode(bytes: Uint8Array, file: string, report: Report): Promise<string | undefined> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeOther(bytes, file, report);
  }
}

/** A letter with its marks; a syllable of Korean in parts. */
const IN_PARTS = /\P{M}\p{M}+|[\u1100-\u115f][\u1160-\u11ff]+|[\uac00-\ud7a3][\u11a8-\u11ff]/gu;

/** What has fewer characters when it is composed; all else stays, ideographs of old standards among it. */
function composed(text: string): string {
  // Most texts are composed already, and the program knows that sooner than it finds the letters that are not.
  if (text.normalize("NFC") === text) return text;
  return text.replace(IN_PARTS, (parts) => {
    const whole = parts.normalize("NFC");
    return whole.length < parts.length ? whole : parts;
  });
}

const UTF_16 = { fffe: "utf-16le", feff: "utf-16be" } as const;

async function decodeOther(bytes: Uint8Array, file: string, report: Report): Promise<string | undefined> {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString("hex");
  const start = { file, line: 1, column: 1 };
  if (mark === "fffe" || mark === "feff") {
    report(notUtf8(file, "it is read as UTF-16", start));
    return new TextDecoder(UTF_16[mark]).decode(bytes);
  }
  if (isBinary(bytes)) {
    const hint = "Name a text file, or save it again as text in UTF-8";
    report(diagnostic("unreadable-text", `\`${file}\` is not a text`, start, hint));
    return undefined;
  }
  const { name, title } = await likelyEncoding(bytes);
  const what = name === "utf-8" ? "what cannot be read here is shown as U+FFFD" : `it is read as ${title}`;
  report(notUtf8(file, what, firstFault(bytes, file)));
  return name === "windows-1252" ? decodeWindows(bytes) : new TextDecoder(name).decode(bytes);
}

function notUtf8(file: string, what: string, place: Location): Diagnostic {
  return diagnostic("not-utf8", `\`${file}\` is not UTF-8; ${what}`, place, "Save the file as UTF-8");
}

/** What Windows-1252 has where Latin-1 has control characters (Encoding Standard, index windows-1252). */
const WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

/** The decoder of Node.js 20 takes Windows-1252 for Latin-1, and its quotation marks for controls. */
function decodeWindows(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  return text.replace(/[\x80-\x9F]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80]!);
}

/** An editor leaves a NUL in a text now and then; pictures and programs are full of them, and of other controls. */
const MOST_NULS = 1 / 20;
/** Bytes at random have one in ten. */
const MOST_CONTROLS = 1 / 14;

function isBinary(bytes: Uint8Array): boolean {
  let nuls = 0;
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) nuls += 1;
    // Tabs and the ends of lines and pages are text.
    else if (byte < 9 || (byte > 13 && byte < 32)) controls += 1;
  }
  return nuls > 0 && (nuls > bytes.length * MOST_NULS || controls > bytes.length * MOST_CONTROLS);
}

function firstFault(bytes: Uint8Array, file: string): Location {
  const readable = new TextDecoder().decode(bytes);
  const before = readable.slice(0, Math.max(readable.indexOf("\uFFFD"), 0)).split("\n");
  return { file, line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
