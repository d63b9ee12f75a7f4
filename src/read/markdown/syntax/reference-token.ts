/** A reference whose words are written when a book is composed, in the tokens and in the tree. */
import type { StateInline } from "markdown-it";

/** What it says of the place: its number, what it is called with its number, or its page. */
export type ReferenceForm = "number" | "words" | "page";

/** @param written what stands there when it leads nowhere. */
export function pushReference(state: StateInline, label: string, form: ReferenceForm, written: string): void {
  const open = state.push("span_open", "span", 1);
  open.attrSet("data-reference", label);
  open.attrSet("data-reference-form", form);
  state.push("text", "", 0).content = written;
  state.push("span_close", "span", -1);
}
