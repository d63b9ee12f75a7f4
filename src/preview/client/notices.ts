/** What the page says about the build: counts of problems, a banner while pages are old, a word at the foot. */
import type { PreviewState } from "../protocol.js";
import { countsOf } from "./diagnostics-panel.js";
import { action } from "./dom.js";
import { at } from "./elements.js";
import { setPanel } from "./panels.js";

const LOST = "Lost connection. The preview has ended or starts again; this page finds it by itself.";

export function showCounts({ diagnostics }: PreviewState): void {
  const has = (severity: string) => diagnostics.some((each) => each.severity === severity);
  at.diagnosticsButton.textContent = countsOf(diagnostics);
  at.diagnosticsButton.className = has("error") ? "has-errors" : has("warning") ? "has-warnings" : "";
}

export function showLost(): void {
  at.banner.classList.add("lost");
  at.banner.replaceChildren(LOST);
  at.banner.hidden = false;
}

/** @param pages whether there are any to look at: without them there is nothing that could be old. */
export function showErrors({ diagnostics }: PreviewState, pages: "shown" | "none"): void {
  const first = diagnostics.find(({ severity }) => severity === "error");
  at.banner.classList.remove("lost");
  at.banner.hidden = first === undefined || pages === "none";
  at.banner.replaceChildren();
  if (first === undefined || pages === "none") return;
  const place = first.location ? `${first.location.file}:${first.location.line}: ` : "";
  const more = action("Show", () => setPanel("diagnostics", "open"));
  at.banner.append(`These are the last good pages. ${place}${first.message}`, more);
}

export function showActivity({ building, seconds, diagnostics }: PreviewState): void {
  const failed = diagnostics.some(({ severity }) => severity === "error");
  if (building) say("Building …");
  else if (failed) say("Not built: there are errors");
  else say(seconds === undefined ? "" : `Up to date, built in ${seconds.toFixed(1)} s`);
}

/** A word at the foot of the page, which screen readers read too. */
export function say(text: string): void {
  at.activity.textContent = text;
}
