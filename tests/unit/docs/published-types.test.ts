/** Who imports the package has its types: those that `files` of package.json packs are all that they lead to. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const COMPILER = join(ROOT, "node_modules/typescript/bin/tsc");
const { files, dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  files: string[];
  dependencies: Record<string, string>;
};

const CONSUMER = `import { build, check, preview, PreviewError, type Diagnostic, type EditionResult, type Extensions } from "colophon";
const { editions, diagnostics } = await build({ publications: ["book"], out: "out" });
const errors: readonly Diagnostic[] = diagnostics.flatMap((each) => each.diagnostics);
const extensions: Extensions = { helpers: { shout: (text) => String(text).toUpperCase() } };
const status: EditionResult["status"] | undefined = editions[0]?.status;
const found = await check(["book.epub"]);
export { errors, extensions, status, found, preview, PreviewError };
// @ts-expect-error The types are there: what is not known has none, and would take anything.
await build({ publications: 1 });
// @ts-expect-error
await preview("book", 4);
`;

let folder: string;
const compile = (...options: string[]) =>
  promisify(execFile)(process.execPath, [COMPILER, ...options], { cwd: folder }).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "colophon-types-"));
  const all = join(folder, "all");
  await compile("-p", ROOT, "--outDir", join(all, "dist/types"));
  const modules = join(folder, "node_modules");
  for (const file of files.filter((each) => each.startsWith("dist/types")))
    cpSync(join(all, file), join(modules, "colophon", file), { recursive: true });
  cpSync(join(ROOT, "package.json"), join(modules, "colophon/package.json"));
  // A user has what the package depends on, and the types of Node.js.
  for (const name of [...Object.keys(dependencies), "@types/node", "undici-types"]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  }
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "consumer.ts"), CONSUMER);
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

it("a program of a user is checked with the types that are packed", async () => {
  const options = ["--noEmit", "--strict", "--target", "ES2024", "--module", "NodeNext", "--types", "node"];
  expect(await compile(...options, "consumer.ts")).toBe("");
});
