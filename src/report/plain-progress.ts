/** Progress for logs: a line when an edition starts, enters a stage or ends, never one for each page. */
import { FORMATS } from "../model/format.js";
import type { ProgressEvent } from "../model/progress.js";
import type { ProgressRenderer, ProgressStream } from "./progress-renderer.js";
import { count, duration } from "./quantities.js";
import { stageCounts, stageVerb } from "./stage-words.js";
import { printable } from "./terminal-text.js";

export function plainProgress(stream: ProgressStream): ProgressRenderer {
  const stages = new Map<string, string>();
  return {
    show(event) {
      const name = `${event.publication}/${event.edition}`;
      if (event.type === "stage") {
        if (stages.get(name) === event.stage) return;
        stages.set(name, event.stage);
      }
      stream.write(`${printable(name)}  ${words(event)}\n`);
    },
    close() {},
  };
}

function words(event: ProgressEvent): string {
  switch (event.type) {
    case "edition-start":
      return `started (${event.format})`;
    case "stage": {
      // The first event of a stage is its only one here, so it tells how much there is and not how far it is.
      const total = event.total === undefined ? "" : stageCounts({ stage: event.stage, total: event.total });
      return `${stageVerb(event.stage)} ${total.replace(/^0\//, "")}`.trimEnd();
    }
    case "edition-end": {
      const { unit } = FORMATS[event.format];
      const extent = event.extent === undefined ? "" : `, ${count(event.extent, unit)}`;
      return `${event.status}${extent}, ${duration(event.seconds)}`;
    }
  }
}
