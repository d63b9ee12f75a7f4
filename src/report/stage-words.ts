/** Stages in words, for progress. */
import type { Stage } from "../model/progress.js";
import { count, type Unit } from "./quantities.js";

interface StageWords {
  readonly verb: string;
  /** What `done` and `total` count. */
  readonly unit: Unit;
}

const STAGES: Readonly<Record<Stage, StageWords>> = {
  parse: { verb: "reading", unit: "file" },
  compose: { verb: "composing", unit: "section" },
  render: { verb: "rendering", unit: "section" },
  paginate: { verb: "paginating", unit: "run" },
  assemble: { verb: "assembling", unit: "run" },
  package: { verb: "packaging", unit: "document" },
  publish: { verb: "writing", unit: "file" },
};

export function stageVerb(stage: Stage): string {
  return STAGES[stage].verb;
}

/** `12/22 runs · 340 pages`; empty when the event counts nothing. */
export function stageCounts(event: { stage: Stage; done?: number; total?: number; pages?: number }): string {
  const { stage, done, total, pages } = event;
  const steps = total === undefined ? [] : [`${done ?? 0}/${count(total, STAGES[stage].unit)}`];
  return [...steps, ...(pages === undefined ? [] : [count(pages, "page")])].join(" · ");
}
