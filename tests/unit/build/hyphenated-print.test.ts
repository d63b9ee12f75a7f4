import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { build } from "../../../src/build/build.js";

const sentence = (_: unknown, index: number) =>
  `Les ${index + 2} établissements responsables développent progressivement des fonctionnalités complémentaires particulièrement approfondies.`;
const PUBLICATION = "title: Un\nlanguage: fr\ndate: 2026\ntrim: a5\nbodymatter:\n  - file: un.md\n";

async function pagesOf(file: string): Promise<string[][]> {
  const document = await getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 }).promise;
  const pages: string[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
    pages.push(text.split("\n"));
  }
  await document.destroy();
  return pages;
}

test("a printed word is whole, or has a plain hyphen where its line or page ends", async () => {
  const folder = await mkdtemp(join(tmpdir(), "hyphens-"));
  await mkdir(join(folder, "content"));
  await writeFile(join(folder, "publication.yaml"), `${PUBLICATION}editions:\n  print: { format: pdf }\n`);
  const paragraph = Array.from({ length: 80 }, sentence).join(" ");
  await writeFile(join(folder, "content", "un.md"), `# Un\n\n${paragraph}\n`);
  const { editions, diagnostics } = await build({
    publications: [folder],
    out: join(folder, "out"),
    cache: "none",
  });
  const found = diagnostics.flatMap((each) => each.diagnostics);
  expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
  const pages = await pagesOf(editions[0]!.path!);
  const lines = pages.flat();
  expect(lines.join("")).not.toMatch(/[\u00AD\u2011]/);
  expect(lines.filter((line) => /\p{L}-$/u.test(line)).length).toBeGreaterThan(5);
  const running = lines.join("\n").replace(/-\s*\n/g, "");
  const whole = running.match(/fonctionnalités\s+complémentaires/g) ?? [];
  // A page's own lines, its folio and running head, may stand between the halves of a word.
  expect(whole.length).toBeGreaterThan(80 - pages.length);
  await rm(folder, { recursive: true });
});
