/** The official EPUBCheck in builds, with a program in the place of Java that answers as it does. */
import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { build } from "../support/program.js";
import { temporaryFolders } from "../support/temporary-folders.js";

const folders = temporaryFolders();
const BOOK = {
  "publication.yaml":
    "title: A Book\nlanguage: en\ndate: 2026\nbodymatter: [{ file: one.md }]\neditions: { ebook: { format: epub } }\n",
  "content/one.md": "# One\n\nA text.\n",
};
const MESSAGE = {
  ID: "RSC-005",
  severity: "ERROR",
  message: "What only the official one sees.",
  locations: [{ path: "EPUB/one.xhtml", line: 9 }],
};

beforeEach(async () => {
  vi.stubEnv("COLOPHON_CACHE", await folders.make());
});
afterEach(() => void vi.unstubAllEnvs());

/** A folder with a `java` that finds these things in every ebook, and notes that it was asked. */
async function javaThatFinds(messages: readonly unknown[]): Promise<string> {
  const report = JSON.stringify({ messages });
  const folder = await folders.make({ java: `#!/bin/sh\necho asked >> "$0.log"\necho '${report}'\n` });
  await chmod(join(folder, "java"), 0o755);
  vi.stubEnv("PATH", `${folder}:${process.env.PATH}`);
  return join(folder, "java.log");
}

async function built(folder: string) {
  const { editions, diagnostics } = await build({
    publications: [folder],
    out: join(folder, "out"),
    jobs: 1,
  });
  return { status: editions[0]?.status, found: diagnostics.flatMap((each) => each.diagnostics) };
}

it("is asked when EPUBCHECK_JAR names it, also of an ebook that was kept before", async () => {
  const log = await javaThatFinds([]);
  const folder = await folders.make(BOOK);
  expect((await built(folder)).status).toBe("published");
  await expect(readFile(log, "utf8")).rejects.toThrow();
  vi.stubEnv("EPUBCHECK_JAR", "/epubcheck.jar");
  expect((await built(folder)).found).toEqual([]);
  expect(await readFile(log, "utf8")).toBe("asked\n");
  await built(folder);
  expect(await readFile(log, "utf8"), "the same ebook is not checked again").toBe("asked\n");
});

it("keeps an ebook in which it finds an error from being published", async () => {
  await javaThatFinds([MESSAGE]);
  vi.stubEnv("EPUBCHECK_JAR", "/epubcheck.jar");
  const { status, found } = await built(await folders.make(BOOK));
  expect(status).toBe("failed");
  expect(found.map(({ code }) => code)).toEqual(["epub-invalid"]);
  expect(found[0]!.message).toContain("What only the official one sees");
});

it("whose report cannot be read is an error, and the ebook is not kept as checked", async () => {
  const folder = await folders.make({ java: "#!/bin/sh\necho '{ \"messages\": ['\n" });
  await chmod(join(folder, "java"), 0o755);
  vi.stubEnv("PATH", `${folder}:${process.env.PATH}`);
  vi.stubEnv("EPUBCHECK_JAR", "/epubcheck.jar");
  const { status, found } = await built(await folders.make(BOOK));
  expect(status).toBe("failed");
  expect(found.map(({ code }) => code)).toEqual(["epubcheck-unusable"]);
});

it("that cannot run is an error, for an unchecked ebook is not what was asked for", async () => {
  vi.stubEnv("EPUBCHECK_JAR", "/no/such/epubcheck.jar");
  const { status, found } = await built(await folders.make(BOOK));
  expect(status).toBe("failed");
  expect(found.map(({ code }) => code)).toEqual(["epubcheck-unusable"]);
});
