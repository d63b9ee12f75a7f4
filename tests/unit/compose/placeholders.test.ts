/** Variables in texts. */
import { describe, expect, test } from "vitest";
import type { Edition } from "../../../src/model/publication.js";
import { composeText, htmlOf } from "./compose-text.js";

const compose = (chapter: string, edition: Partial<Edition> = {}) =>
  composeText({ sections: { chapter }, edition });

describe("placeholders", () => {
  const filled = (chapter: string, edition: Partial<Edition> = {}) =>
    compose(chapter, {
      placeholders: "text",
      variables: { name: "Bo & <i>Co</i>", count: 3 },
      ...edition,
    });

  test("stand for variables in texts, headings, notes, cells, captions and HTML, as text", () => {
    const { book, html, problems } = filled(`# For {{ name }}

{{count}} *of {{ count }}*[^n] <b>{{count}}</b>

<div>{{ count }}</div>

| {{count}} |
| - |

[^n]: {{name}}
`);
    expect(problems).toEqual([]);
    expect(book.sections[0]!.title).toBe("For Bo & <i>Co</i>");
    expect(html()).toContain("<h1>For Bo &#x26; &#x3C;i>Co&#x3C;/i></h1>");
    expect(html()).toContain("<p>3 <em>of 3</em>");
    expect(html()).toContain("<b>3</b>");
    expect(html()).toContain("<div>3</div>");
    expect(html()).toContain("<th>3</th>");
    expect(htmlOf(book.sections[0]!.notes[0]!.children)).toContain("Bo &#x26; &#x3C;i>");
  });

  test("can be part of an address, but never make one", () => {
    const { html } = filled("# A\n\n[x](https://example.org/?q={{name}}) [y]({{link}})\n", {
      variables: { name: "a b&c", link: "javascript:alert(1)" },
    });
    expect(html()).toContain('href="https://example.org/?q=a%20b%26c"');
    expect(html()).not.toContain("javascript:");
  });

  test("are ordinary text when nothing is asked for, after a backslash, and in code", () => {
    const text = "# A\n\nOne {{ name }}, \\{{ name }}, `{{ name }}`, {{ no name }} {{{.\n";
    expect(compose(text).html()).toContain(
      "<p>One {{ name }}, {{ name }}, <code>{{ name }}</code>, {{ no name }} {{{.</p>",
    );
    expect(filled(text, { variables: { name: "Bo" } }).html()).toContain(
      "<p>One Bo, {{ name }}, <code>{{ name }}</code>, {{ no name }} {{{.</p>",
    );
  });

  test("stand for variables in code when that is asked for", () => {
    const { html } = filled("# A\n\n`x {{count}}`\n\n```\nlong line of {{ count }} and \\{{count}}\n```\n", {
      placeholders: "text-and-code",
    });
    expect(html()).toContain("<code>x 3</code>");
    expect(html()).toContain("long line of 3 and {{count}}");
  });

  test("that name nothing are one error each, where they stand", () => {
    const { diagnostics } = filled("# A\n\nOne,\ntwo *and {{ cuont }}*\n");
    expect(diagnostics).toMatchObject([
      {
        code: "unknown-variable",
        location: { file: "chapter.md", line: 4, column: 10 },
        hint: "Did you mean `count`?",
      },
    ]);
  });
});
