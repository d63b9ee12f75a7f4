/** Settings that are programs are read as far as they are data, and never run. */
import { expect, test } from "vitest";
import { exportedLiteral } from "../../../../src/load/outline/js-literal.js";

test.each([
  [
    "export default { a: 1, 'b-c': [true, null, -2.5,], d: \"x\\n\" }",
    { a: 1, "b-c": [true, -2.5], d: "x\n" },
  ],
  ["module.exports = {\n // no: 1\n /* no: 2 */ a: 'it\\'s // here' };", { a: "it's // here" }],
  [
    "const b = ['x'];\nexport default { b, c: b, d: [...b, 'y'], ...{ e: 1 } } as const",
    { b: ["x"], c: ["x"], d: ["x", "y"], e: 1 },
  ],
  ["export default define<T>({ a: `t` }, 2)", { a: "t" }],
  ["export default async () => { return { a: 1 } }", { a: 1 }],
  ["const s: Record<string, string[]> = { a: [] };\nexport default s satisfies X;", { a: [] }],
])("%s", (code, value) => {
  expect(exportedLiteral(code)).toEqual(value);
});

test("what is computed is missing", () => {
  const code =
    "export default { a: process.env.X, b: 1 + 2, c: `x$" + "{y}`, d: f(), e: () => ({ g: 1 }), h: 'kept' }";
  expect(exportedLiteral(code)).toEqual({ h: "kept" });
});

test.each([
  ["a constant that names itself", "const a = { b: a }; export default a"],
  ["brackets without end", `export default ${"[".repeat(50_000)}`],
  ["nothing", ""],
  ["a prototype", "export default { __proto__: { x: 1 }, constructor: 'c' }"],
])("%s ends", (_, code) => {
  expect(() => exportedLiteral(code)).not.toThrow();
  expect(Object.getPrototypeOf(exportedLiteral(code) ?? {})).toBe(Object.prototype);
});
