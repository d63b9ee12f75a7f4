/** Progress for people: one line that rewrites itself, `rust-book/print  paginating 12/22 runs · 340 pages · 8 s · about 20 s left`. */
import type { Clock, ProgressRenderer, ProgressStream } from "./progress-renderer.js";
import { duration, remaining } from "./quantities.js";
import { stageCounts, stageVerb } from "./stage-words.js";
import { fitted, printable } from "./terminal-text.js";

/** Seconds go on while a stage is silent, so that a long one does not look like a dead one. */
const TICK = 1000;
/** Carriage return, and erase to the end of the line (ECMA-48, EL). */
const CLEAR_LINE = "\r\u001B[K";
const DEFAULT_WIDTH = 80;

export function terminalProgress(stream: ProgressStream, clock: Clock): ProgressRenderer {
  const started = new Map<string, number>();
  let current: { name: string; doing: string; endsAt: number | undefined } | undefined;
  let shown = false;

  const draw = () => {
    if (current === undefined) return;
    const seconds = (clock() - (started.get(current.name) ?? clock())) / 1000;
    const left = current.endsAt === undefined ? "" : remaining((current.endsAt - clock()) / 1000);
    const passed = duration(Math.floor(seconds)).replace(".0", "");
    const line = [`${current.name}  ${current.doing}`, passed, left]
      .filter((part) => part !== "")
      .join(" · ");
    // One column stays free: a full line would wrap, and could not be rewritten. A terminal that
    // nobody has given a size says that it has no columns.
    stream.write(CLEAR_LINE + fitted(line, (stream.columns || DEFAULT_WIDTH) - 1));
    shown = true;
  };
  const ticker = setInterval(draw, TICK);
  ticker.unref();

  return {
    show(event) {
      const name = printable(`${event.publication}/${event.edition}`);
      if (!started.has(name)) started.set(name, clock());
      if (event.type === "edition-end") {
        started.delete(name);
        if (current?.name === name) current = undefined;
        return;
      }
      const doing =
        event.type === "stage" ? `${stageVerb(event.stage)} ${stageCounts(event)}`.trimEnd() : "starting";
      // Said once for each page: between pages it counts down by the clock.
      const left = event.type === "stage" ? event.secondsLeft : undefined;
      current = { name, doing, endsAt: left === undefined ? undefined : clock() + left * 1000 };
      draw();
    },
    close() {
      clearInterval(ticker);
      if (shown) stream.write(CLEAR_LINE);
      current = undefined;
    },
  };
}
