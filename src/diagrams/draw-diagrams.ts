/**
 * Draws the diagrams that texts hold as code: Mermaid's and Graphviz's.
 *
 * It stands between reading and composing, where pictures are read, so that print and ebook show the same
 * one. A text goes in by itself and a picture comes out, one after another, the same however many are drawn; it is
 * kept by all that it depends on. What cannot be drawn stays what it is, code, and is told.
 */
import { programFingerprint } from "../cache/fingerprint.js";
import { keyOf, type Store } from "../cache/store.js";
import { type Diagnostic, diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import { cloneNodes, cloneTree } from "../hast/clone.js";
import type { Manuscript } from "../model/manuscript.js";
import { type Drawer, type Drawn, NotDrawnNow } from "./drawing.js";
import { type Diagram, diagramsIn } from "./find.js";
import { DIAGRAM_LANGUAGES, type DiagramLanguage } from "./languages.js";
import { type InstalledPackage, installedPackage } from "./packages.js";
import { placeDrawing } from "./place.js";

export interface DrawnManuscripts {
  /** By their files, with pictures in the places of diagrams; those without a diagram are the same objects. */
  readonly manuscripts: ReadonlyMap<string, Manuscript>;
  /** True when one was not drawn that another time may be: a package or a browser is missing, or was too slow. */
  readonly isUnfinished: boolean;
}

export interface DrawingContext {
  readonly store: Store;
  readonly report: Report;
  readonly signal?: AbortSignal | undefined;
  /** Looks for a package. */
  readonly find?: typeof installedPackage;
  readonly languages?: readonly DiagramLanguage[];
}

/** Then no more are tried: one that is slow or fails costs half a minute, and a text may have a hundred. */
const MOST_FAILURES = 3;

interface Placed {
  readonly diagram: Diagram;
  readonly file: string;
}

/** The files that hold a diagram, or what looks like one. */
export function filesWithDiagrams(manuscripts: ReadonlyMap<string, Manuscript>): string[] {
  return [...manuscripts].flatMap(([file, each]) =>
    diagramsIn(each, DIAGRAM_LANGUAGES).length > 0 ? [file] : [],
  );
}

/** @param manuscripts are left as they are: who reads again and again keeps them. */
export async function drawDiagrams(
  manuscripts: ReadonlyMap<string, Manuscript>,
  context: DrawingContext,
): Promise<DrawnManuscripts> {
  const { languages = DIAGRAM_LANGUAGES } = context;
  const copies = new Map<string, Manuscript>();
  const placed: Placed[] = [];
  for (const [file, manuscript] of manuscripts) {
    if (diagramsIn(manuscript, languages).length === 0) continue;
    const copy = copyOf(manuscript);
    copies.set(file, copy);
    placed.push(...diagramsIn(copy, languages).map((diagram) => ({ diagram, file })));
  }
  let isUnfinished = false;
  for (const language of languages) {
    const own = placed.filter(({ diagram }) => diagram.language === language);
    if (own.length > 0 && !(await drawAll(language, own, context))) isUnfinished = true;
  }
  const all = [...manuscripts].map(([file, each]) => [file, copies.get(file) ?? each] as const);
  return { manuscripts: new Map(all), isUnfinished };
}

function copyOf({ tree, notes, ...rest }: Manuscript): Manuscript {
  const copied = [...notes].map(
    ([label, note]) => [label, { ...note, children: cloneNodes(note.children) }] as const,
  );
  return { ...rest, tree: cloneTree(tree), notes: new Map(copied) };
}

/** @returns false when some have to be tried again another time. */
async function drawAll(
  language: DiagramLanguage,
  placed: readonly Placed[],
  context: DrawingContext,
): Promise<boolean> {
  const { store, report, signal, find = installedPackage } = context;
  const installed = await find(language.package);
  if (!installed) {
    report(notInstalled(language, placed[0]!));
    return false;
  }
  const drawer = keptDrawer(language, installed, store, signal);
  const failures: { readonly at: Placed; readonly error: NotDrawnNow }[] = [];
  try {
    for (const each of placed) {
      signal?.throwIfAborted();
      if (failures.length === MOST_FAILURES) break;
      const drawn = await drawer.draw(each.diagram.text).catch((error: unknown) => {
        signal?.throwIfAborted();
        if (!(error instanceof NotDrawnNow)) throw error;
        failures.push({ at: each, error });
        return undefined;
      });
      if (drawn && "svg" in drawn) placeDrawing(each.diagram, drawn);
      else if (drawn) report(mistaken(language, each, drawn.mistake, drawn.line));
    }
  } finally {
    await drawer.close();
  }
  for (const { at, error } of failures) report(failed(language, at, error));
  return failures.length === 0;
}

/** Takes what an earlier build has drawn; what draws is started for the first that is new. */
function keptDrawer(
  language: DiagramLanguage,
  installed: InstalledPackage,
  store: Store,
  signal: AbortSignal | undefined,
): Drawer {
  let open: Drawer | undefined;
  const identity = Promise.all([programFingerprint(), language.identity()]);
  return {
    async draw(text) {
      const key = keyOf(...(await identity), language.package, installed.version, text);
      const kept = await store.read("diagram", key);
      if (kept) return JSON.parse(kept.toString()) as Drawn;
      open ??= await language.open(installed, signal);
      const drawn = await open.draw(text);
      await store.write("diagram", key, Buffer.from(JSON.stringify(drawn)));
      return drawn;
    },
    async close() {
      await open?.close();
    },
  };
}

function placeOf({ diagram: { element }, file }: Placed): Location {
  const { line = 1, column = 1 } = element.position?.start ?? {};
  return { file, line, column };
}

function notInstalled({ name, package: wanted }: DiagramLanguage, first: Placed): Diagnostic {
  const message = `Diagrams of ${name} are shown as code: the package that draws them, \`${wanted}\`, is not installed`;
  const hint = `Run \`npm install ${wanted}\` where Colophon is installed, and build again`;
  return diagnostic("diagram-not-drawn", message, placeOf(first), hint);
}

function mistaken(
  { name }: DiagramLanguage,
  placed: Placed,
  mistake: string,
  line: number | undefined,
): Diagnostic {
  const at = placeOf(placed);
  const place = line === undefined ? at : { ...at, line: placed.diagram.firstLine + line - 1, column: 1 };
  const message = `A diagram of ${name} is shown as code: ${mistake}`;
  return diagnostic("bad-diagram", message, place, "Correct the text of the diagram");
}

function failed({ name }: DiagramLanguage, placed: Placed, error: NotDrawnNow): Diagnostic {
  const message = `A diagram of ${name} is shown as code: ${error.message}`;
  return diagnostic("diagram-not-drawn", message, placeOf(placed), error.hint);
}
