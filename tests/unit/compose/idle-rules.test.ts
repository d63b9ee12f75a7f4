import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { dropIn } from "../../../src/compose/idle-rules.js";
import { parseText } from "../read/markdown/parse-text.js";

const html = (text: string) => {
  const { tree } = parseText(text);
  dropIn(tree);
  return toHtml(tree);
};

test("a rule above a heading is left out, a change of scene stays", () => {
  expect(html("Words.\n\n---\n\n## Heading\n\nWords.")).not.toContain("<hr");
  expect(html("Words.\n\n---\n\nWords.")).toContain("<hr");
});

test("one with a name or a class stays", () => {
  expect(html('Words.\n\n<hr id="there">\n\n## Heading')).toContain("<hr");
});
