/** Settings that are programs are read as far as they are data, and never run. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openFolder } from "../../../../../src/input/folder.js";
import { exportedBy, exportedLiteral } from "../../../../../src/load/outline/program/literal.js";
import { readModule } from "../../../../../src/load/outline/program/read-module.js";
import { folderWith } from "../../publication-folder.js";

test.each([
  [
    "export default { a: 1, 'b-c': [true, null, -2.5,], d: \"x\\n\" }",
    { a: 1, "b-c": [true, undefined, -2.5], d: "x\n" },
  ],
  ["module.exports = {\n // no: 1\n /* no: 2 */ a: 'it\\'s // here' };", { a: "it's // here" }],
  [
    "const b = ['x'];\nexport default { b, c: b, d: [...b, 'y'], ...{ e: 1 } } as const",
    { b: ["x"], c: ["x"], d: ["x", "y"], e: 1 },
  ],
  ["export default define<T>({ a: `t` }, 2)", { a: "t" }],
  ["export default async () => { return { a: 1 } }", { a: 1 }],
  ["const s: Record<string, string[]> = { a: [] };\nexport default s satisfies X;", { a: [] }],
  [
    "export default define({ a: low(), b: high(1), c: deep() })\nfunction low(): Item[] { if (x) { return [0] } return ['a'] }\n" +
      "const high = (n: number): Item => ({ n: 2 });\nconst deep = () => { return [[3]] }",
    { a: ["a"], b: { n: 2 }, c: [[3]] },
  ],
])("%s", (code, value) => {
  expect(exportedLiteral(code)).toEqual(value);
});

test("what is computed is missing", () => {
  const code =
    "export default { a: process.env.X, b: 1 + 2, c: `x$" + "{y}`, d: f(), e: () => ({ g: 1 }), h: 'kept' }";
  expect(exportedLiteral(code)).toEqual({ h: "kept" });
});

test("what other files of the project say is theirs", async () => {
  const root = await folderWith({
    "site/config.ts":
      "import type { X } from 'y'\nimport { title, bar as side } from './parts'\nimport lower from '../low.json'\nimport own from './own.js'\n" +
      "import { gone } from './gone'\nimport pack from 'pack'\nexport default { title, side: side(), lower, own, gone, pack, made: make() }",
    "site/parts/index.ts":
      "import { title as t } from '../names'\nexport const title = t\nexport function bar() { return [title, wave] }\nconst wave = 'w'",
    "site/names.mts": "import { bar } from './parts'\nexport const title = 'Tides'",
    "site/own.ts": "export default { a: 1 }",
    "low.json": '{ "b": [2] }',
  });
  const code = await readFile(join(root, "site/config.ts"), "utf8");
  const module = await readModule("site/config.ts", code, openFolder(root));
  expect(exportedBy(module)).toEqual({
    title: "Tides",
    side: ["Tides", "w"],
    lower: { b: [2] },
    own: { a: 1 },
  });
});

test.each([
  [
    "a name for two of the next",
    Array.from({ length: 50 }, (_, at) => `const a${at} = [a${at + 1}, a${at + 1}]`).join("\n") +
      "\nexport default a0",
  ],
  ["a function that calls itself", "function a() { return [a()] }\nexport default { b: a() }"],
  ["a constant that names itself", "const a = { b: a }; export default a"],
  ["brackets without end", `export default ${"[".repeat(50_000)}`],
  ["nothing", ""],
  ["a prototype", "export default { __proto__: { x: 1 }, constructor: 'c' }"],
])("%s ends", (_, code) => {
  expect(() => exportedLiteral(code)).not.toThrow();
  expect(Object.getPrototypeOf(exportedLiteral(code) ?? {})).toBe(Object.prototype);
});
