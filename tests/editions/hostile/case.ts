/** What a hostile case is, and how its publication is made. */

export interface HostileCase {
  readonly claim: string;
  /** Files of the publication, beside those of `BASE`; `one.md` is short for `content/one.md`. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Symbolic links: where they lead, by path. */
  readonly links?: Readonly<Record<string, string>>;
  /** Codes of all diagnostics, each once, in alphabetic order; none means that nothing is said. */
  readonly said: readonly string[];
  /** What the published ebook must show. Cases with an error publish nothing. */
  readonly shows?: string;
}

/** The content of files outside of the publication: it must not be in an edition or a message. */
export const CANARY = "CANARY-7f3a91";
/** What stands for the place of the canary files and the test's web server, which are known later. */
export const OUTSIDE = "%OUTSIDE%";
export const SERVER = "%SERVER%";

export const yaml = (more = "", body = "[{ file: one.md }]"): string =>
  `title: A Book\nlanguage: en\ndate: 2026\nbodymatter: ${body}\n${more}\neditions:\n  ebook: { format: epub }\n`;

export const BASE: Readonly<Record<string, string>> = {
  "publication.yaml": yaml(),
  "content/one.md": "# One\n\nText.\n",
};

/** A case of one manuscript. */
export const text = (
  claim: string,
  markdown: string | Uint8Array,
  said: readonly string[] = [],
  shows?: string,
): HostileCase => ({
  claim,
  files: { "content/one.md": typeof markdown === "string" ? `# One\n\n${markdown}\n` : markdown },
  said,
  ...(shows === undefined ? {} : { shows }),
});
