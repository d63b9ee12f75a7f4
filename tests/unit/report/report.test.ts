/** What a build found, as people and programs read it. */
import { join } from "node:path";
import pc from "picocolors";
import { describe, expect, test } from "vitest";
import { diagnostic } from "../../../src/diagnostics/diagnostic.js";
import type { BuildResult } from "../../../src/model/build.js";
import type { EditionResult } from "../../../src/model/edition-result.js";
import { colorsFor, type ReportContext } from "../../../src/report/context.js";
import { deliveries } from "../../../src/report/deliveries.js";
import { githubSummary } from "../../../src/report/github-summary.js";
import { duration, size } from "../../../src/report/quantities.js";
import { REPORTERS } from "../../../src/report/reporters.js";
import { summary } from "../../../src/report/summary.js";
import { texts } from "../../support/xml.js";

const ROOT = "/project/content/book";

function context(files: Readonly<Record<string, string>> = {}): ReportContext {
  return {
    cwd: "/project",
    colors: pc.createColors(false),
    readLines: async (path) => files[path]?.split("\n"),
  };
}

function found(...diagnostics: ReturnType<typeof diagnostic>[]): BuildResult {
  return { editions: [], diagnostics: [{ publication: "book", root: ROOT, diagnostics }] };
}

const MISSING = diagnostic(
  "missing-file",
  "There is no file `content/tow.md`",
  { file: "publication.yaml", line: 2, column: 11 },
  "Did you mean `two.md`?",
);

describe("the text report", () => {
  test("shows place, code and message, the line with a caret, and the hint", async () => {
    const files = { [join(ROOT, "publication.yaml")]: "bodymatter:\n  - file: tow.md\n" };
    expect(await REPORTERS.text(found(MISSING), context(files))).toBe(
      `content/book/publication.yaml:2:11  error  missing-file  There is no file \`content/tow.md\`
  2 |   - file: tow.md
    |           ^
  hint: Did you mean \`two.md\`?

1 error
`,
    );
  });

  test("does without the line when the file cannot be read", async () => {
    const text = await REPORTERS.text(found(MISSING), context());
    expect(text.split("\n").slice(0, 2)).toEqual([
      "content/book/publication.yaml:2:11  error  missing-file  There is no file `content/tow.md`",
      "  hint: Did you mean `two.md`?",
    ]);
  });

  test("does without a place when there is none", async () => {
    const text = await REPORTERS.text(
      found(diagnostic("unknown-edition", "There is no edition `x`")),
      context(),
    );
    expect(text).toBe("error  unknown-edition  There is no edition `x`\n\n1 error\n");
  });

  test("tells once what two editions found, and counts what it told", async () => {
    const warning = diagnostic("unused-key", "`trim` does nothing");
    const text = await REPORTERS.text(found(MISSING, warning, { ...MISSING }), context());
    expect(text.match(/missing-file {2}/g)).toHaveLength(1);
    expect(text.endsWith("\n1 error, 1 warning: missing-file 1, unused-key 1\n")).toBe(true);
  });

  test("says nothing when there is nothing to say", async () => {
    expect(await REPORTERS.text(found(), context())).toBe("");
  });

  test("puts the caret below the place behind wide characters and tabs", async () => {
    const place = { file: "a.md", line: 1, column: 5 };
    const files = { [join(ROOT, "a.md")]: "\t日本 x" };
    const text = await REPORTERS.text(found(diagnostic("bad-value", "Odd", place)), context(files));
    expect(text.split("\n").slice(1, 3)).toEqual(["  1 |  日本 x", "    |       ^"]);
  });

  test("shows of a paragraph on one line only what is near the place", async () => {
    const line = `${"a".repeat(5000)}HERE${"b".repeat(5000)}`;
    const place = { file: "a.md", line: 1, column: 5001 };
    const text = await REPORTERS.text(
      found(diagnostic("bad-value", "Odd", place)),
      context({ [join(ROOT, "a.md")]: line }),
    );
    const [, source = "", caret = ""] = text.split("\n");
    expect(source.length).toBeLessThan(110);
    expect(source.slice(caret.indexOf("^"))).toMatch(/^HEREb+…$/);
  });

  test("never lets a manuscript steer the terminal", async () => {
    const evil = diagnostic(
      "bad-value",
      "Odd \u001B[2J\u202Ename\r",
      { file: "a.md", line: 1, column: 1 },
      "See \u009B31m",
    );
    const files = { [join(ROOT, "a.md")]: "x\u001B]0;owned\u0007" };
    const text = await REPORTERS.text(found(evil), context(files));
    expect(text).toContain("Odd ␛[2J�name␍");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
    expect(text.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E]/);
  });

  test("is coloured on a terminal only, and not against NO_COLOR", () => {
    expect(colorsFor({ isTTY: true }, {}).red("x")).not.toBe("x");
    expect(colorsFor({ isTTY: true }, { NO_COLOR: "1" }).red("x")).toBe("x");
    expect(colorsFor({}, {}).red("x")).toBe("x");
  });
});

const PRINT: EditionResult = {
  publication: "book",
  edition: "print",
  format: "pdf",
  status: "published",
  path: "/project/dist/editions/book/print.pdf",
  extent: 840,
  bytes: 3_412_345,
  sha256: "ab",
  seconds: 24.96,
};
const EBOOK: EditionResult = {
  publication: "book",
  edition: "ebook",
  format: "epub",
  status: "published",
  path: "/project/dist/editions/book/ebook.epub",
  extent: 1,
  bytes: 812,
  sha256: "cd",
  seconds: 0.31,
};

test("the JSON report holds the editions and the diagnostics with their places", async () => {
  const result = { ...found(MISSING), editions: [PRINT] };
  expect(JSON.parse(await REPORTERS.json(result, context()))).toEqual({
    editions: [{ ...PRINT, path: "dist/editions/book/print.pdf" }],
    diagnostics: [
      {
        publication: "book",
        code: "missing-file",
        severity: "error",
        message: "There is no file `content/tow.md`",
        hint: "Did you mean `two.md`?",
        file: "publication.yaml",
        line: 2,
        column: 11,
      },
    ],
  });
});

test("the summary is a table of edition, extent, size, seconds and path", () => {
  const failed: EditionResult = {
    publication: "b",
    edition: "x",
    format: "pdf",
    status: "failed",
    seconds: 1,
  };
  expect(summary({ editions: [PRINT, EBOOK, failed], diagnostics: [] }, context())).toBe(
    `book/print  840 pages   3.4 MB  25 s   dist/editions/book/print.pdf
book/ebook  1 document  812 B   0.3 s  dist/editions/book/ebook.epub
b/x         failed              1.0 s
`,
  );
});

test("who gets what is listed for those whose edition is new or has changed", () => {
  const sent = (edition: string, news: "new" | "changed" | "same") => ({
    ...PRINT,
    edition,
    recipient: `${edition} <${edition}@example.org>`,
    news,
  });
  const editions = [PRINT, sent("ana", "changed"), sent("bo", "same"), sent("christina", "new")];
  expect(deliveries({ editions, diagnostics: [] })).toBe(
    "\nTo send: 2; 1 edition unchanged\n" +
      "  ana <ana@example.org>              book/ana        changed\n" +
      "  christina <christina@example.org>  book/christina  new\n",
  );
  expect(deliveries({ editions: [PRINT], diagnostics: [] })).toBe("");
});

test("the summary says of a published file that it is not what its sources make", () => {
  const text = summary({ editions: [{ ...PRINT, status: "changed" }], diagnostics: [] }, context());
  expect(text).toContain("changed, 840 pages");
});

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.0 kB"],
  [9949, "9.9 kB"],
  [999_499, "999 kB"],
  [999_500, "1.0 MB"],
  [12_345_678, "12 MB"],
])("a file of %d bytes is shown as %s", (bytes, text) => {
  expect(size(bytes)).toBe(text);
});

test.each([
  [0.04, "0.0 s"],
  [9.94, "9.9 s"],
  [9.96, "10 s"],
  [59.6, "1 min 00 s"],
  [125, "2 min 05 s"],
])("%d seconds are shown as %s", (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

describe("the report for GitHub", () => {
  const github = (result: BuildResult, env: NodeJS.ProcessEnv = {}) =>
    REPORTERS.github(result, { ...context(), env });

  test("is an annotation on the line, relative to the workspace", async () => {
    expect(await github(found(MISSING), { GITHUB_WORKSPACE: "/project/content" })).toBe(
      "::error file=book/publication.yaml,line=2,col=11,title=missing-file::" +
        "There is no file `content/tow.md`%0ADid you mean `two.md`?\n",
    );
  });

  test("lets no file name and no message end a command or begin another", async () => {
    const at = { file: "a,b:c%\n::d.md", line: 1, column: 1 };
    const text = await github(found(diagnostic("unused-key", "50 %\r\n::error::x", at)));
    expect(text).toBe(
      "::warning file=content/book/a%2Cb%3Ac%25%0A%3A%3Ad.md,line=1,col=1,title=unused-key::" +
        "50 %25%0D%0A::error::x\n",
    );
  });

  test("puts what lies outside of the workspace on no file", async () => {
    expect(await github(found(MISSING), { GITHUB_WORKSPACE: "/elsewhere" })).toMatch(
      /^::error title=missing-file::/,
    );
  });

  test("has a summary with a row for each edition, failed ones first", () => {
    const failed: EditionResult = { ...EBOOK, publication: "a|b", status: "failed" };
    expect(githubSummary({ ...found(MISSING), editions: [PRINT, failed] })).toBe(
      `### Colophon: 2 editions, 1 error, 0 warnings

| edition | result | length | size | time |
| --- | --- | ---: | ---: | ---: |
| a\\|b/ebook | **failed** | 1 document | 812 B | 0.3 s |
| book/print | published | 840 pages | 3.4 MB | 25 s |

| found | level | times |
| --- | --- | ---: |
| missing-file | error | 1 |
`,
    );
  });
});

describe("one cause", () => {
  const links = Array.from({ length: 9 }, (_, index) =>
    diagnostic(
      "broken-link",
      `The link leads to \`#part-${index}\`, which is not in \`a.md\``,
      { file: `${index}.md`, line: index + 1, column: 3 },
      "Give it an id",
    ),
  );
  const file = diagnostic("broken-link", "The link leads to `two.md`, which is not part of this edition");

  test("is one message in the text, with its first places", async () => {
    const text = await REPORTERS.text(found(...links, file), context());
    expect(text.match(/broken-link {2}/g)).toHaveLength(2);
    expect(text).toContain("`#part-0`, which is not in `a.md`  (9 times)");
    expect(text).toMatch(/also in \S*1\.md:2 \(`#part-1`\), .*5\.md:6 \(`#part-5`\) and 3 more\n/);
    expect(text.endsWith("\n10 warnings\n")).toBe(true);
  });

  test("is one annotation on GitHub, which drops what is more than ten", async () => {
    const lines = (await REPORTERS.github(found(...links, file), context())).trim().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^::warning file=content\/book\/0\.md,.*also in content\/book\/1\.md:2/);
  });

  test("is told with every place to programs", async () => {
    const { diagnostics } = JSON.parse(await REPORTERS.json(found(...links, file), context()));
    expect(diagnostics).toHaveLength(10);
  });
});

describe("the JUnit report", () => {
  const cases = (xml: string) => texts(xml, "//testcase/@name");

  test("has a test case for each edition, with its errors as one failure and warnings as output", async () => {
    const warning = diagnostic("unused-key", "`trim` does nothing");
    const failed: EditionResult = { ...EBOOK, status: "failed", diagnostics: [MISSING, warning, MISSING] };
    const xml = await REPORTERS.junit({ ...found(MISSING, warning), editions: [PRINT, failed] });
    expect(cases(xml)).toEqual(["print", "ebook"]);
    expect(texts(xml, "//testcase[@name='ebook']/failure")).toEqual([
      "publication.yaml:2:11: error missing-file: There is no file `content/tow.md` (Did you mean `two.md`?)",
    ]);
    expect(texts(xml, "//testcase/system-out")).toEqual(["warning unused-key: `trim` does nothing"]);
    expect(texts(xml, "/testsuites/@failures | /testsuites/@tests").sort()).toEqual(["1", "2"]);
  });

  test("has a case for a publication that could not be read", async () => {
    expect(cases(await REPORTERS.junit(found(MISSING)))).toEqual(["all"]);
  });

  test("is XML whatever a manuscript holds", async () => {
    const evil = diagnostic("bad-value", "\u0000\uD800 ]]> <a b='\"'> & \u001B[2J");
    const xml = await REPORTERS.junit(found(evil));
    expect(texts(xml, "//failure/@message")).toEqual(["\uFFFD\uFFFD ]]> <a b='\"'> & \uFFFD[2J"]);
  });
});
