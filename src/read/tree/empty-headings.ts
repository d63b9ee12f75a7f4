/**
 * Headings without a word: an entry of the contents that leads to nothing, and silence for who listens (WCAG 2.2,
 * 2.4.6). They are left out; what links lead to stays.
 */
import type { Element, ElementContent, Nodes, Parents, Root } from "hast";
import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { TreeContext } from "./step.js";

/** What can be seen though it has no letters. */
const SEEN = new Set(["img", "svg", "math", "picture", "object", "video", "audio", "canvas", "input"]);

export function leaveOutEmptyHeadings(tree: Root, context: TreeContext): void {
  leaveOutIn(tree, context);
}

function leaveOutIn(parent: Parents, context: TreeContext): void {
  const children = parent.children as ElementContent[];
  const kept = children.flatMap((child): ElementContent[] => {
    if (child.type !== "element") return [child];
    if (!/^h[1-6]$/.test(child.tagName) || hasContent(child)) {
      leaveOutIn(child, context);
      return [child];
    }
    report(child, context);
    const isTarget = hasId(child);
    return isTarget ? [{ ...child, tagName: "div" }] : [];
  });
  if (kept.length !== children.length || kept.some((child, index) => child !== children[index])) {
    parent.children = kept;
  }
}

/** Marks of notes, places of citations and the like have data that later stages fill in. */
function hasContent(node: Nodes): boolean {
  if (node.type === "text") return node.value.trim() !== "";
  if (node.type !== "element") return false;
  if (SEEN.has(node.tagName)) return true;
  return (
    Object.keys(node.properties).some((name) => name.startsWith("data")) || node.children.some(hasContent)
  );
}

function hasId(node: Nodes): boolean {
  if (node.type !== "element") return false;
  return node.properties.id !== undefined || node.children.some(hasId);
}

function report({ position }: Element, { source, report: tell }: TreeContext): void {
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  const hint = "Write its words, or remove the line";
  tell(
    diagnostic(
      "empty-heading",
      "The heading has no words; it is left out",
      { file: source.file, line, column },
      hint,
    ),
  );
}
