/** Parts of pages in Docusaurus: `import Part from './_part.mdx'`, then `<Part />` where it is to stand. */
import { ALL_LINES, type IncludeSyntax } from "./syntax.js";

const IMPORT = /^import[ \t]+(\w+)[ \t]+from[ \t]+["']([^"'\n]+\.mdx?)["'];?[ \t]*$/gm;
const USE = /<([A-Z]\w*)(?:[ \t][^<>]*)?\/>/g;

export const docusaurusParts: IncludeSyntax = {
  marks: ["/>"],
  find(line, text) {
    const uses = [...line.matchAll(USE)];
    if (uses.length === 0) return [];
    const parts = new Map([...text.matchAll(IMPORT)].map(([, name, path]) => [name!, path!]));
    return uses.flatMap(({ 0: whole, 1: name = "", index }) => {
      const path = parts.get(name);
      if (path === undefined) return [];
      return [
        {
          index,
          whole,
          path: path.replace(/^@site(?=\/)/, ""),
          partName: "",
          select: ALL_LINES,
          mayBeExample: true,
        },
      ];
    });
  },
};
