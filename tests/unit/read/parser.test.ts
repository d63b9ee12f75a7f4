import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ManuscriptSource } from "../../../src/model/manuscript.js";
import { parseFile } from "../../../src/read/markdown/parse.js";
import { decodeParsed, encodeParsed } from "../../../src/read/parsed-file.js";
import { openParser, type Parser } from "../../../src/read/parser.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();

/** A thread that says what it was given in place of parsing it. */
const SAYS = `{
  const tree = { type: "root", children: [{ type: "text", value: "thread " + threadId + ": " + source.file }] };
  const encoded = new TextEncoder().encode(JSON.stringify({ tree, notes: [], diagnostics: [] }));
  parentPort.postMessage(encoded, [encoded.buffer]);
}`;

async function open(answer = SAYS): Promise<Parser> {
  const folder = await folders.make({
    "thread.mjs": `import { parentPort, threadId } from "node:worker_threads";
parentPort.on("message", (source) => ${answer});`,
  });
  return openParser([], join(folder, "thread.mjs"));
}

const LONG = "A paragraph with *some* words and `code`.\n\n".repeat(400);

function files(count: number, text: string): ManuscriptSource[] {
  return Array.from({ length: count }, (_, index) => ({ file: `${index}.md`, text }));
}

async function parseAll({ parse, run }: Parser, sources: readonly ManuscriptSource[]) {
  const [parsed] = await Promise.all([Promise.all(sources.map((each) => parse(each))), run()]);
  return parsed.map(({ parsed }) => parsed);
}

/** The files that a thread of `open` has parsed. */
function byThreads(parsed: readonly unknown[]): string[] {
  return parsed.flatMap((each) => /thread \d+: (.*?)"/.exec(JSON.stringify(each))?.[1] ?? []);
}

describe("the parser of a large publication", { tags: "cores" }, () => {
  it("gives some of the files to threads and parses the others itself", async () => {
    const sources = files(16, LONG);
    const parsed = await parseAll(await open(), sources);
    const given = byThreads(parsed);
    expect(given.length).toBeGreaterThan(0);
    for (const [index, source] of sources.entries()) {
      if (!given.includes(source.file)) expect(parsed[index]).toEqual(parseFile(source));
    }
  });

  it("gives each file what came of just that file", async () => {
    const sources = files(16, LONG).map(({ file, text }) => ({ file, text: `# Of ${file}\n\n${text}` }));
    const parsed = await parseAll(await open(), sources);
    const names = parsed.map((each) => /(?:thread \d+: |Of )(\d+\.md)/.exec(JSON.stringify(each))?.[1]);
    expect(names).toEqual(sources.map(({ file }) => file));
  });

  it("parses itself what a thread fails at", async () => {
    const sources = files(16, LONG);
    const parsed = await parseAll(await open("{ throw new Error('out of memory') }"), sources);
    expect(parsed).toEqual(sources.map((each) => parseFile(each)));
  });
});

describe("the parser", () => {
  it("parses what it is asked for late", async () => {
    const { parse, run } = openParser();
    await run();
    const [source] = files(1, "Short.\n");
    expect((await parse(source!)).parsed).toEqual(parseFile(source!));
  });

  it("tells how many files it was asked for, early or late", async () => {
    const parser = await open();
    expect(parser.asked()).toBe(0);
    await parseAll(parser, files(3, LONG));
    await parser.parse({ file: "late.md", text: "Late." });
    expect(parser.asked()).toBe(4);
  });

  it("parses one large file itself", async () => {
    const [source] = files(1, LONG.repeat(16));
    expect(byThreads(await parseAll(await open(), [source!]))).toEqual([]);
  });

  it("starts no thread for a few files", async () => {
    const sources = files(3, "Short.\n");
    expect(await parseAll(await open(), sources)).toEqual(sources.map((each) => parseFile(each)));
  });

  it("gives no file to a thread when there are plugins, and fails as they do", async () => {
    const failing = (md: { core: { ruler: { push(name: string, rule: () => void): void } } }) =>
      md.core.ruler.push("fail", () => {
        throw new Error("no rhyme");
      });
    const parser = openParser([failing]);
    const asked = Promise.allSettled(files(16, LONG).map((each) => parser.parse(each)));
    await parser.run();
    const settled = await asked;
    expect(settled.map((each) => each.status === "rejected" && String(each.reason.message))).toEqual(
      files(16, LONG).map(({ file }) => expect.stringContaining(`failed on \`${file}\`: no rhyme`)),
    );
  });
});

describe("a parsed file as bytes", () => {
  it("is the file again", () => {
    const text =
      "# One {#a .b .c}\n\n<b title=x>é[^n]</b> <!-- c --> <blink>a</blink>\n\n| a |\n|--:|\n| b |\n\n[^n]: *N*\n";
    const parsed = parseFile({ file: "one.md", text, origins: [5, 6, 7, 8, 9, 10, 11, 12, 13, 14] });
    expect(decodeParsed(encodeParsed(parsed))).toEqual(parsed);
  });
});
