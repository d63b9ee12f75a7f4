/** Addresses of MyST by a short name, `<wiki:Tide_table>` and `[](doi:10.1000/182)`: https://mystmd.org/guide/external-references. */
import type { MarkdownIt, Token } from "markdown-it";

const SHORT = /^(wiki|doi):(.+)$/;

const MEANINGS: Readonly<
  Record<string, (name: string) => { readonly href: string; readonly words: string }>
> = {
  wiki: (name) => ({
    href: `https://en.wikipedia.org/wiki/${name}`,
    words: decoded(name).replaceAll("_", " "),
  }),
  doi: (name) => ({ href: `https://doi.org/${name}`, words: decoded(name) }),
};

export function addresses(md: MarkdownIt): void {
  md.core.ruler.after("inline", "myst_addresses", ({ tokens, Token }) => {
    for (const { children } of tokens) if (children?.some(isShort)) lengthen(children, Token);
  });
}

function isShort({ type, attrs }: Token): boolean {
  return (
    type === "link_open" &&
    (attrs ?? []).some(([name, value]) => name === "href" && SHORT.test(String(value)))
  );
}

/** Without words of its own a link shows what its address names. */
function lengthen(
  children: Token[],
  TokenOf: new (type: string, tag: string, nesting: -1 | 0 | 1) => Token,
): void {
  for (let index = 0; index < children.length; index += 1) {
    const open = children[index]!;
    if (!isShort(open)) continue;
    const [, scheme = "", name = ""] = SHORT.exec(String(open.attrGet("href")))!;
    const { href, words } = MEANINGS[scheme]!(name);
    open.attrSet("href", href);
    const next = children[index + 1]!;
    if (open.markup === "autolink") next.content = words;
    else if (next.type === "link_close")
      children.splice(index + 1, 0, Object.assign(new TokenOf("text", "", 0), { content: words }));
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
