/**
 * Reads files of the publication up to a size, and remembers what it read.
 *
 * The digests tell at the end of a build whether a source has changed under it.
 */
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import { type Limits, limitsFrom, MEBIBYTE } from "../model/limits.js";
import { decodeUtf8 } from "./utf8.js";

export interface Reader {
  readonly limits: Limits;
  /** SHA-256 of every file that was read, by its path relative to the publication's folder. */
  readonly digests: ReadonlyMap<string, string>;
  /** Notes a path at which a file was looked for in vain: what was made depends on that too. */
  readonly absent: (file: string) => void;
  /**
   * A text, decoded.
   *
   * @param file relative to the publication's folder, looked up already.
   * @returns undefined when it cannot be used: that is reported.
   */
  text(file: string, report: Report): Promise<string | undefined>;
  /** @param place what names the image. */
  image(file: string, place: Location, report: Report): Promise<Uint8Array | undefined>;
}

/** In the place of the SHA-256 of a file that is not there. */
export const ABSENT = "absent";

/** @param root the publication's folder. */
export function openReader(root: string, limits: Limits = limitsFrom()): Reader {
  const digests = new Map<string, string>();
  const read = async (file: string, most: number): Promise<Uint8Array | Refusal> => {
    const bytes = await readUpTo(join(root, file), most * MEBIBYTE);
    if (bytes instanceof Uint8Array) digests.set(file, digestOf(bytes));
    return bytes;
  };
  return {
    limits,
    digests,
    absent: (file) => void digests.set(file, ABSENT),
    async text(file, report) {
      const bytes = await read(file, limits.text);
      if (bytes instanceof Uint8Array) return decodeUtf8(bytes, file, report);
      const message = bytes.reason ?? `\`${file}\` is larger than ${limits.text} MiB, the limit of a text`;
      const hint = "Divide it into several files, or raise the limit `text`";
      report(refused(bytes, "file-too-large", message, { file, line: 1, column: 1 }, hint));
      return undefined;
    },
    async image(file, place, report) {
      const bytes = await read(file, limits.image);
      if (bytes instanceof Uint8Array) return bytes;
      const message = bytes.reason ?? `\`${file}\` is larger than ${limits.image} MiB, the limit of an image`;
      report(
        refused(bytes, "image-too-large", message, place, "Make it smaller, or raise the limit `image`"),
      );
      return undefined;
    },
  };
}

export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Why there is no content: the system's reason, or none when the file is too large. */
interface Refusal {
  readonly reason?: string;
}

function refused(
  { reason }: Refusal,
  code: "file-too-large" | "image-too-large",
  message: string,
  place: Location,
  hint: string,
) {
  if (reason === undefined) return diagnostic(code, message, place, hint);
  return diagnostic("missing-file", message, place, "Check that the file is there and its permissions");
}

/** Never more than it may be, even when the file grows while it is read. */
async function readUpTo(path: string, most: number): Promise<Uint8Array | Refusal> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > most) return {};
      const bytes = await file.readFile();
      return bytes.length > most ? {} : bytes;
    } finally {
      await file.close();
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { reason: `The file cannot be read: ${/^[A-Z0-9]+: ([^,]+)/.exec(message)?.[1] ?? message}` };
  }
}
