import { expect, it } from "vitest";
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.js";
import { toXhtml } from "../../../../src/hast/xhtml.js";
import { parseMarkdown } from "../../../../src/read/markdown/parse.js";

function parse(text: string) {
  const diagnostics: Diagnostic[] = [];
  const { tree } = parseMarkdown("a.md", text, (each) => void diagnostics.push(each));
  const told = diagnostics.map(({ code, location }) => `${code}:${location?.line}`);
  return { html: toXhtml(tree.children as Parameters<typeof toXhtml>[0]), told };
}

it.each(["##", "## &nbsp;", "<h2></h2>", "<h2> <b> </b></h2>", "> ### ", "- # "])(
  "%j is left out, and told",
  (heading) => {
    const { html, told } = parse(`# Water\n\nText.\n\n${heading}\n\nMore.\n`);
    expect(html.match(/<h\d/g)).toEqual(["<h1"]);
    expect(html).toContain("More.");
    expect(told).toEqual(["empty-heading:5"]);
  },
);

it("leaves the place that links lead to", () => {
  const { html, told } = parse(
    '# Water\n\n<h2 id="tide"></h2>\n\n<h3><a id="ebb"></a></h3>\n\n[on](#tide) [off](#ebb)\n',
  );
  expect(html).toMatch(/<div[^>]* id="tide"/);
  expect(html).toContain('id="ebb"');
  expect(told).toEqual(["empty-heading:3", "empty-heading:5"]);
});

it.each(["# ![A wave](wave.png)", "# $x$", "# `x`", "# 水", "# <svg><title>Wave</title></svg>"])(
  "%j has content",
  (heading) => {
    expect(parse(`${heading}\n`).told).not.toContain("empty-heading:1");
  },
);
