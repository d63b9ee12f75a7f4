/** One graph of Graphviz in, a drawing out. */
import type { Drawn } from "../drawing.js";
import { withDefaults } from "./defaults.js";
import { plainDrawing } from "./plain-drawing.js";

export interface GraphvizSettings {
  /** Address of the package's module. */
  readonly module: string;
}

/** What we use of `@hpcc-js/wasm-graphviz`. */
interface Package {
  readonly Graphviz: {
    load(): Promise<{ layout(text: string, format: "svg", engine: "dot"): string }>;
    unload(): void;
  };
}

/** Its messages end with where it was: “syntax error in line 2 near '}'”. */
const LINE = /\bline (\d+)\b/;
const LONGEST = 200;

export async function drawGraph(text: string, { module }: GraphvizSettings): Promise<Drawn> {
  const { Graphviz } = (await import(module)) as Package;
  const graphviz = await Graphviz.load();
  try {
    return { svg: plainDrawing(graphviz.layout(withDefaults(text), "svg", "dot")) };
  } catch (error) {
    // Its parser would begin the next graph in the middle of this one.
    Graphviz.unload();
    const reason = (error instanceof Error ? error.message : String(error)).trim().replace(/\s+/g, " ");
    const line = LINE.exec(reason)?.[1];
    const mistake = reason === "" ? "it is no graph" : reason.slice(0, LONGEST);
    return line === undefined ? { mistake } : { mistake, line: Number(line) };
  }
}
