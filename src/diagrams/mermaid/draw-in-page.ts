/** Draws one diagram in the page that has Mermaid. Runs in the page, sent as source text: it uses nothing from outside of it. */
import type { PlainSvg } from "./plain-svg.js";

export interface PageRequest {
  readonly text: string;
  /** Fonts to measure with. */
  readonly families: string;
  /** Addresses of style sheets that have them. */
  readonly sheets: readonly string[];
}

/** What we use of Mermaid, from version 10 on. */
interface Mermaid {
  initialize(settings: object): void;
  render(id: string, text: string): Promise<{ readonly svg: string }>;
}

/** What its parsers tell of a mistake. */
interface ParseError {
  readonly message?: string;
  readonly hash?: { readonly text?: string; readonly loc?: { readonly first_line?: number } };
}

declare const mermaid: Mermaid;

/** @returns `Drawn` as JSON: a browser takes longer to tell the same as values. */
export async function drawInPage(
  { text, families, sheets }: PageRequest,
  plain: (svg: SVGSVGElement, families: string) => PlainSvg,
): Promise<string> {
  const loaded = sheets
    .filter((address) => !document.querySelector(`link[href="${address}"]`))
    .map((href) => {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
      document.head.append(link);
      return new Promise((resolve) => {
        link.onload = resolve;
        link.onerror = resolve;
      });
    });
  await Promise.all(loaded);
  const names = new Set([...document.fonts].map(({ family }) => family));
  const all = [...new Set([families, ...[...names].map((name) => `"${name.replace(/["']/g, "")}"`)])].join(
    ", ",
  );
  const faces = ["", "bold ", "italic "].map((face) =>
    document.fonts.load(`${face}16px ${all}`, text).catch(() => []),
  );
  await Promise.all(faces);
  window.colophonStill();
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: "strict",
    suppressErrorRendering: true,
    theme: "neutral",
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    class: { htmlLabels: false },
    deterministicIds: true,
    deterministicIDSeed: "diagram",
    fontFamily: all,
    themeVariables: { fontFamily: all },
    // What a diagram may not say for itself.
    secure:
      "secure securityLevel startOnLoad maxTextSize maxEdges suppressErrorRendering htmlLabels fontFamily deterministicIds".split(
        " ",
      ),
  });
  const stage = document.createElement("div");
  try {
    const { svg } = await mermaid.render("diagram", text);
    stage.innerHTML = svg;
    document.body.append(stage);
    const root = stage.querySelector("svg");
    return JSON.stringify(root ? plain(root, families) : { mistake: "Mermaid draws nothing of it" });
  } catch (error) {
    const { message = String(error), hash } = error as ParseError;
    const line = hash?.loc?.first_line ?? Number(/\bline:? (\d+)/.exec(message)?.[1]);
    const first = message
      .split("\n")[0]!
      .replace(/\s+/g, " ")
      .replace(/[:.]?\s*$/, "")
      .slice(0, 200);
    const at = hash?.text?.trim() ? ` at \`${hash.text.trim().split("\n")[0]!.slice(0, 40)}\`` : "";
    const mistake = /^(?:parse|lexical) error/i.test(first) ? `Mermaid cannot read it${at}` : first;
    return JSON.stringify(Number.isInteger(line) && line > 0 ? { mistake, line } : { mistake });
  } finally {
    document.body.replaceChildren();
  }
}
