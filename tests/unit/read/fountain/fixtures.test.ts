/**
 * `fixtures.txt` is a list of claims: a sentence, then Fountain, the elements that come of it (a line each: its class,
 * its words, `/` where a line ends) and the problems reported (`! line:column code`), between lines with a single point.
 */
import { readFileSync } from "node:fs";
import type { Element, Nodes } from "hast";
import { describe, expect, test } from "vitest";
import { parseFile } from "../../../../src/read/fountain/parse.js";

const parts = readFileSync(new URL("fixtures.txt", import.meta.url), "utf8").split(/^\.\n/m);

function outline(node: Nodes, depth: number): string[] {
  if (node.type !== "element") return [];
  const { className, dataMedium: _, ...data } = node.properties;
  const name = (className as string[]).join(" ");
  const facts = Object.entries(data).filter(([, value]) => value !== "");
  const said = facts.map(([key, value]) => ` ${key.slice(4).toLowerCase()}=${value}`).join("");
  const holds = node.children.some((child) => child.type === "element" && /^(?:div|p)$/.test(child.tagName));
  const line = `${"  ".repeat(depth)}${name}${said}${holds ? "" : `: ${words(node)}`}`;
  return [line.trimEnd(), ...(holds ? node.children.flatMap((child) => outline(child, depth + 1)) : [])];
}

function words(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type === "text") return child.value;
      if (child.type !== "element") return "";
      return child.tagName === "br" ? " / " : `<${child.tagName}>${words(child)}</${child.tagName}>`;
    })
    .join("");
}

describe("a script in Fountain", () => {
  const claims = Array.from({ length: Math.floor(parts.length / 3) }, (_, index) => ({
    claim: parts[index * 3]!.trim(),
    text: parts[index * 3 + 1]!,
    result: parts[index * 3 + 2]!.trimEnd(),
  }));
  test.each(claims)("$claim", ({ text, result }) => {
    const { tree, diagnostics } = parseFile({ file: "play.fountain", text: text.replaceAll("·", " ") });
    const blocks = tree.children.flatMap((node) => outline(node, 0));
    // Every script has a heading; those here are about other things.
    const shown = blocks.filter((line) => line !== "script-title unnumbered: play");
    const told = diagnostics.map(({ code, location }) => `! ${location?.line}:${location?.column} ${code}`);
    expect([...shown, ...told].join("\n")).toBe(result);
  });
});

test("every element has its place, behind comments too", () => {
  const text =
    "Title: Low Water\n\nINT. MILL - DAY /* new */ #4#\n\n[[To do:\ncheck]] The wheel /* slowly */ turns.\n";
  const { tree } = parseFile({ file: "play.fountain", text });
  const [, , heading, action] = tree.children as Element[];
  const [words] = action!.children;
  expect(heading!.position!.start).toEqual({ line: 3, column: 1 });
  expect(words!.position!.start).toEqual({ line: 6, column: 9 });
  expect(action!.position!.end).toEqual({ line: 6, column: 38 });
});

test("a script that is full of what opens is read in no time", () => {
  const text = "[[ /* * ** _ #1# ( ^ > <\n\n".repeat(20_000);
  expect(parseFile({ file: "play.fountain", text }).diagnostics).toHaveLength(2);
});
