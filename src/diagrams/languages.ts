/** The languages of diagrams that are drawn, each by a package that whoever wants it installs. */
import type { Drawer } from "./drawing.js";
import type { InstalledPackage } from "./packages.js";

export interface DiagramLanguage {
  /** For people. */
  readonly name: string;
  /** What stands behind a fence. */
  readonly fences: readonly string[];
  /** On npm. */
  readonly package: string;
  /** On what pictures depend besides the text and the package. */
  readonly identity: () => Promise<string>;
  readonly open: (installed: InstalledPackage, signal?: AbortSignal) => Promise<Drawer>;
}

export const DIAGRAM_LANGUAGES: readonly DiagramLanguage[] = [
  {
    name: "Mermaid",
    fences: ["mermaid"],
    package: "mermaid",
    // It measures words in the browser; fonts are the program's.
    identity: async () => (await import("../formats/pdf/paginate/browser/identity.js")).browserIdentity(),
    open: async (...given) => (await import("./mermaid/mermaid.js")).openMermaid(...given),
  },
  {
    name: "Graphviz",
    fences: ["dot", "graphviz"],
    package: "@hpcc-js/wasm-graphviz",
    identity: async () => "",
    open: async (...given) => (await import("./graphviz/graphviz.js")).openGraphviz(...given),
  },
];
