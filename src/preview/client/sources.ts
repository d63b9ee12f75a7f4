/** Where a block was written, at the foot of the page, and the way to the editor. */
import { type Location, locationFrom } from "../../diagnostics/location.js";
import type { PreviewState } from "../protocol.js";
import { action, make } from "./dom.js";
import { at } from "./elements.js";
import { say } from "./notices.js";
import { editorAddress, openInEditor } from "./server.js";

type Editing = Pick<PreviewState, "editor" | "root" | "token">;

export function showSource(place: Location, state: Editing): void {
  at.source.replaceChildren(make("code", {}, `${place.file}:${place.line}`), opener(place, state));
}

/** A link to the editor, or a button that asks the server to open it. */
export function opener(place: Location, state: Editing): HTMLElement {
  if (state.editor.by === "address") {
    return make("a", { href: editorAddress(state.root, place) }, "Open in VS Code");
  }
  return action(`Open in ${state.editor.name}`, () => void openSource(place, state));
}

export async function openSource(place: Location, state: Editing): Promise<void> {
  showSource(place, state);
  if (state.editor.by === "address") return location.assign(editorAddress(state.root, place));
  const { file, line, column } = place;
  const fault = await openInEditor({ file, line, column }, state.token);
  say(fault ?? `Opened ${file}:${line}`);
}

/** Does something with a place that is given as `file:line:column`. */
export function withPlace(source: string, act: (place: Location) => void): void {
  const place = locationFrom(source);
  if (place) act(place);
}
