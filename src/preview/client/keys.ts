/** The keyboard: one table, so that the help can be checked against it. */

export interface Commands {
  turn(to: "next" | "previous" | "first" | "last" | "left" | "right"): void;
  /** By a few lines, down or up. */
  scroll(by: 1 | -1): void;
  zoom(how: "in" | "out" | "reset"): void;
  goTo(): void;
  toggleContents(): void;
  toggleDiagnostics(): void;
  toggleSpreads(): void;
  openSource(): void;
  help(): void;
  /** Closes what is open; back to the pages when nothing is. */
  dismiss(): void;
}

const KEYS: Readonly<Record<string, (commands: Commands) => unknown>> = {
  ArrowLeft: (c) => c.turn("left"),
  ArrowRight: (c) => c.turn("right"),
  ArrowUp: (c) => c.scroll(-1),
  ArrowDown: (c) => c.scroll(1),
  PageUp: (c) => c.turn("previous"),
  PageDown: (c) => c.turn("next"),
  " ": (c) => c.turn("next"),
  Home: (c) => c.turn("first"),
  End: (c) => c.turn("last"),
  "+": (c) => c.zoom("in"),
  "=": (c) => c.zoom("in"),
  "-": (c) => c.zoom("out"),
  "0": (c) => c.zoom("reset"),
  g: (c) => c.goTo(),
  t: (c) => c.toggleContents(),
  d: (c) => c.toggleDiagnostics(),
  s: (c) => c.toggleSpreads(),
  e: (c) => c.openSource(),
  "?": (c) => c.help(),
  Escape: (c) => c.dismiss(),
};

/** Keys that fields, lists and buttons use themselves. */
const TYPED = new Set(["INPUT", "SELECT", "TEXTAREA"]);

export function listenToKeys(commands: Commands): void {
  window.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    // In a panel the arrows scroll the panel.
    if (/^Arrow(?:Up|Down)$/.test(event.key) && target?.closest(".panel, dialog")) return;
    if (target?.closest("dialog") || (target && TYPED.has(target.tagName) && event.key !== "Escape")) return;
    if (event.key === " " && target?.tagName === "BUTTON") return;
    if (event.key === " " && event.shiftKey) commands.turn("previous");
    else if (Object.hasOwn(KEYS, event.key)) KEYS[event.key]!(commands);
    else return;
    event.preventDefault();
  });
}
