/** The panel with what is wrong: each problem with its place, in the sources and on the pages. */
import type { Location } from "../../diagnostics/location.js";
import type { ShownDiagnostic } from "../protocol.js";
import { action, make } from "./dom.js";

export interface DiagnosticsActions {
  /** Shows the place on the pages. */
  readonly show: (location: Location) => void;
  /** Something that opens the source. */
  readonly opener: (location: Location) => HTMLElement;
}

const ORDER = { error: 0, warning: 1, info: 2 } as const;
const LEVELS = { error: "Error", warning: "Warning", info: "Note" } as const;

export function showDiagnostics(
  panel: HTMLElement,
  diagnostics: readonly ShownDiagnostic[],
  actions: DiagnosticsActions,
): void {
  const sorted = [...diagnostics].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  const list = make("ol", {}, ...sorted.map((each) => problem(each, actions)));
  const nothing = make("p", {}, "Nothing is wrong.");
  panel.replaceChildren(make("h2", {}, "Diagnostics"), sorted.length === 0 ? nothing : list);
}

function problem({ code, severity, message, hint, location }: ShownDiagnostic, actions: DiagnosticsActions) {
  const head = make("div", { class: "head" });
  head.append(make("span", { class: `level ${severity}` }, LEVELS[severity]), make("span", {}, code));
  const item = make("li", { class: "problem" }, head, make("div", { class: "message" }, message));
  if (hint !== undefined) item.append(make("p", { class: "hint" }, hint));
  if (location !== undefined) {
    const place = `${location.file}:${location.line}`;
    const show = action(place, () => actions.show(location), { title: "Show it on the page" });
    item.append(make("div", { class: "actions" }, show, actions.opener(location)));
  }
  return item;
}

/** `2 errors, 1 warning`. */
export function countsOf(diagnostics: readonly ShownDiagnostic[]): string {
  const count = (severity: ShownDiagnostic["severity"], one: string, many: string) => {
    const number = diagnostics.filter((each) => each.severity === severity).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  };
  const counts = [
    ...count("error", "error", "errors"),
    ...count("warning", "warning", "warnings"),
    ...count("info", "note", "notes"),
  ];
  return counts.length === 0 ? "No problems" : counts.join(", ");
}
