/** Links that other tools would follow are followed here: each names places in its own way. */
import { describe, expect, it } from "vitest";
import { composeText } from "./compose-text.js";

const TWO = `# Two

## 3.2 Node.js – a tour {.x}

## Ça \`va\`\u00a0: oui !

## Über Größe

<a name="anchor_1"></a>Text.
`;

const linkTo = (target: string) => {
  const { html, problems } = composeText({
    sections: { chapter: `# One\n\n[words](${target})\n\n## Here\n\nText.\n`, appendix: TWO },
  });
  const href = /<a href="#([^"]*)">words/.exec(html("chapter"))?.[1];
  return { href, text: /words/.test(html("chapter")), problems };
};

describe("a link to a place", () => {
  const node = "appendix--s-32-nodejs--a-tour";
  it.each([
    ["as GitHub names it", "appendix.md#32-nodejs--a-tour", node],
    ["as Pandoc names it", "appendix.md#node.js-a-tour", node],
    ["in capitals and with single hyphens", "appendix.md#32-NodeJS-a-tour", node],
    [
      "as mdBook names it, with a hyphen for a no-break space",
      "appendix.md#ça-va--oui-",
      "appendix--ca-va-oui",
    ],
    ["encoded, without its accents", "appendix.md#%C3%BCber-grosse", undefined],
    ["encoded", "appendix.md#%C3%BCber-gr%C3%B6%C3%9Fe", "appendix--uber-gro-e"],
    ["without its accents", "appendix.md#ca-va-oui", "appendix--ca-va-oui"],
    ["with the prefix that GitHub gives", "appendix.md#user-content-anchor_1", "anchor_1"],
    ["in another file, when it is the only one", "#anchor_1", "anchor_1"],
    ["by the address of a page", "appendix.html#anchor_1", "anchor_1"],
    ["with a slash behind the file", "appendix.md/#anchor_1", "anchor_1"],
    ["without an ending", "appendix#anchor_1", "anchor_1"],
    ["in other letters", "Appendix.MD#anchor_1", "anchor_1"],
    ["from the root of the site", "/appendix.md#anchor_1", "anchor_1"],
    ["from the folder of the page on the site", "../appendix/#anchor_1", "anchor_1"],
    ["at the top of a page", "#top", "chapter"],
  ])("%s is found", (_, target, id) => {
    const { href, text, problems } = linkTo(target);
    expect(text).toBe(true);
    if (id === undefined) expect(problems).toEqual(["chapter.md:3:1 broken-link"]);
    else {
      expect(problems).toEqual([]);
      expect(href).toBe(id);
    }
  });

  it.each(["#nowhere", "appendix.md#nowhere", "gone.md"])(
    "that is dead, %s, is plain text and told",
    (target) => {
      const { href, text, problems } = linkTo(target);
      expect([href, text]).toEqual([undefined, true]);
      expect(problems).toEqual(["chapter.md:3:1 broken-link"]);
    },
  );

  it("that two files have is not guessed", () => {
    const { problems } = composeText({
      sections: {
        chapter: "# One\n\n[x](#part)\n",
        appendix: "# A\n\n## Part\n",
        glossary: "# B\n\n## Part\n",
      },
    });
    expect(problems).toEqual(["chapter.md:3:1 broken-link"]);
  });
});

describe("a link to a file", () => {
  it.each([
    ["a number sign", "part #2"],
    ["a question mark", "why?"],
    ["both, and a percent sign", "100%? #1"],
  ])("with %s in its name is found as it is written", (_, name) => {
    const { html, problems } = composeText({
      sections: {
        chapter: `# One\n\n[words](<appendix-${name}.md>)\n`,
        [`appendix:${name}`]: "# Two\n\nText.\n",
      },
    });
    expect(html("chapter")).toMatch(/<a href="#[^"]+">words/);
    expect(problems).toEqual([]);
  });
});

describe("a link that leads nowhere", () => {
  it("keeps the name by which others call it", () => {
    const { html, problems } = composeText({
      sections: { chapter: "# One\n\n[there](a/b){#x}, [see](#x)\n" },
    });
    expect(html()).toContain('<a id="x">there</a>, <a href="#x">see</a>');
    expect(problems).toEqual(["chapter.md:3:1 link-outside"]);
  });

  it("is found in drawings, by its old name too", () => {
    const drawing = (link: string) =>
      `<svg viewBox="0 0 9 9"><a ${link}><rect id="${link.slice(-2, -1)}"/></a></svg>`;
    const { html, problems } = composeText({
      sections: { chapter: `# One\n\n${drawing('xlink:href="#gone"')} ${drawing('xlink:href="#r"')}\n` },
    });
    expect(problems).toEqual(["chapter.md:3:24 broken-link"]);
    expect(html()).not.toContain("gone");
    expect(html()).toContain('<a href="#r">');
  });
});
