/** What a build leaves behind for programs: the same from one machine as from several. */
import { describe, expect, it } from "vitest";
import { manifestOf, manifestText } from "../../../../src/build/manifest/manifest.js";
import { mergeManifests } from "../../../../src/build/manifest/merge.js";
import { timingsOf, timingsPath } from "../../../../src/build/manifest/timings.js";
import { diagnostic } from "../../../../src/diagnostics/diagnostic.js";
import type { EditionResult } from "../../../../src/model/edition-result.js";

const WARNING = diagnostic(
  "overfull",
  "Sticks out",
  { file: "content/a.md", line: 3, column: 1 },
  "Break it",
);
const UNREAD = {
  publication: "z",
  root: "/z",
  diagnostics: [
    diagnostic("yaml-syntax", "No YAML", { file: "publication.yaml", line: 1, column: 2 }, "Fix"),
  ],
};

function edition(publication: string, name: string, changes: Partial<EditionResult> = {}): EditionResult {
  return {
    publication,
    edition: name,
    format: "pdf",
    status: "published",
    path: `/somewhere/${publication}/${name}.pdf`,
    extent: 12,
    words: 3400,
    bytes: 5,
    sha256: "ab".repeat(32),
    versions: { colophon: "1.0.0", browser: "Chromium 143", pagedjs: "0.4.3" },
    diagnostics: [WARNING, { ...WARNING }],
    seconds: Math.random(),
    ...changes,
  };
}

const ALL = [
  edition("b", "print"),
  edition("a", "print"),
  edition("a", "ebook", { format: "epub", extent: 4, diagnostics: [] }),
];

function shard(index: number, editions: readonly EditionResult[], plan = "p") {
  return { path: `${index}.json`, manifest: manifestOf(editions, [UNREAD], { index, count: 3, plan }) };
}

function merged(...given: ReturnType<typeof shard>[]) {
  const found: string[] = [];
  const manifest = mergeManifests(given, ({ code, message }) => found.push(`${code}: ${message}`));
  return { text: manifestText(manifest), found };
}

describe("a manifest", () => {
  it("says of each edition what was made, in the order of their names, without time or place", () => {
    const manifest = manifestOf(ALL, []);
    expect(manifest.editions.map((each) => `${each.publication}/${each.edition}`)).toEqual([
      "a/ebook",
      "a/print",
      "b/print",
    ]);
    expect(manifest.editions[1]).toEqual({
      publication: "a",
      edition: "print",
      format: "pdf",
      status: "published",
      artifact: { path: "a/print.pdf", bytes: 5, sha256: "ab".repeat(32) },
      pages: 12,
      words: 3400,
      versions: { colophon: "1.0.0", browser: "Chromium 143", pagedjs: "0.4.3" },
      errors: 0,
      warnings: 1,
      diagnostics: [
        {
          code: "overfull",
          severity: "warning",
          message: "Sticks out",
          hint: "Break it",
          file: "content/a.md",
          line: 3,
          column: 1,
        },
      ],
    });
    expect(manifest.editions[0]).toMatchObject({ documents: 4 });
    expect(manifestText(manifest)).not.toMatch(/seconds|somewhere/);
  });

  it("has the facts of a file as they are known, and leaves out those that are not", () => {
    const accessibility = { modes: ["textual"], sufficient: [], features: [], hazards: [], summary: "Text" };
    const known = { languages: ["en", "fr"], fonts: ["Serif"], images: [{ bytes: 9 }], accessibility };
    const told = manifestOf([edition("a", "ebook", { format: "epub", extent: 4, ...known })], []);
    expect(told.editions[0]).toMatchObject({ documents: 4, words: 3400, ...known });
    expect(manifestText(manifestOf([edition("a", "print")], []))).not.toMatch(/accessibility|fonts/);
  });

  it("of a failed edition has what was found and no artifact", () => {
    const failed = edition("a", "print", { status: "failed" });
    const { bytes: _, sha256: __, extent: ___, ...rest } = failed;
    const [entry] = manifestOf([rest], []).editions;
    expect(entry).toMatchObject({ status: "failed", warnings: 1 });
    expect(entry).not.toHaveProperty("artifact");
  });
});

describe("the manifests of shards", () => {
  it("come together, in any order, as that of one build, byte for byte", () => {
    const one = manifestText(manifestOf(ALL, [UNREAD]));
    const parts = [shard(2, [ALL[0]!]), shard(3, [ALL[1]!, ALL[2]!]), shard(1, [])];
    expect(merged(...parts)).toEqual({ text: one, found: [] });
    expect(merged(...parts.reverse()).text).toBe(one);
  });

  it("are refused when one is missing", () => {
    expect(merged(shard(1, []), shard(3, ALL)).found).toEqual(["manifest-clash: Shard 2/3 is missing"]);
  });

  it("are refused when one comes twice", () => {
    expect(merged(shard(1, []), shard(2, []), shard(3, ALL), shard(3, ALL)).found).toHaveLength(3);
  });

  it("are refused when they were planned with other inputs", () => {
    expect(merged(shard(1, []), shard(2, ALL, "other"), shard(3, [])).found).toEqual([
      "manifest-clash: `1.json` and `2.json` are shards of different builds",
    ]);
  });
});

describe("timings", () => {
  it("keep what is known of an edition that was taken from an earlier build", () => {
    const editions = [
      edition("a", "print", { reused: true, seconds: 0.01 }),
      edition("b", "print", { seconds: 2 }),
      edition("c", "print", { reused: true, seconds: 0.01 }),
    ];
    expect(timingsOf(editions, { "a/print": 9, "b/print": 7, "gone/print": 1 })).toEqual({
      "a/print": 9,
      "b/print": 2,
    });
  });

  it("lie beside the manifest", () => {
    expect(timingsPath("/out/editions.json")).toBe("/out/editions.timings.json");
  });
});
