/** Ebooks as a format. */
import { statSync } from "node:fs";
import type { FormatMaker } from "../format.js";
import { openChecker } from "./check/checker.js";
import { unite } from "./check/unite-findings.js";
import { pageSourceOf, takePages } from "./page-source.js";

export const epub: FormatMaker = {
  open({ environment, signal }) {
    const checker = openChecker();
    return {
      prepare: (files) => {
        if (files === undefined) checker.prepare();
      },
      async make(book, { onStage, ...context }) {
        onStage("package");
        const { publishEpub } = await import("./index.js");
        return await publishEpub(book, {
          ...context,
          checker,
          signal,
          officialJar: environment.EPUBCHECK_JAR,
        });
      },
      close: checker.close,
    };
  },
  // An ebook that the official EPUBCheck has not seen is not kept for those who want it to.
  identity: async (environment) => [fileIdentity(environment.EPUBCHECK_JAR ?? "")],
  isDated: true,
  before: { idOf: pageSourceOf, take: takePages },
  async check(book, context) {
    const { publishEpub } = await import("./index.js");
    const { diagnostics } = await publishEpub(book, context);
    return diagnostics;
  },
  files: {
    recognises: (bytes, name) => name.endsWith(".epub") || isArchive(bytes),
    async check(bytes) {
      const { checkAnyEbook } = await import("./check/any-ebook.js");
      return await checkAnyEbook(bytes);
    },
    referee: {
      async ask(path, bytes, asking) {
        const { askOfficially } = await import("./check/official.js");
        return await askOfficially(path, bytes, asking);
      },
      unite,
    },
  },
};

/** An EPUB is a ZIP archive, whatever its name. */
function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Another version of a program is another file, or one that has changed. */
function fileIdentity(path: string): string {
  const { size, mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {};
  return `${path}:${size}:${mtimeMs}`;
}
