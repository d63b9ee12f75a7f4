/** Finds the diagrams in the tree of a text: code in a language that is drawn. */
import type { Element, ElementContent, Parents } from "hast";
import { classNames } from "../hast/class-names.js";
import { visitElements } from "../hast/visit.js";
import type { Manuscript } from "../model/manuscript.js";
import type { DiagramLanguage } from "./languages.js";

export interface Diagram {
  readonly language: DiagramLanguage;
  readonly text: string;
  readonly element: Element;
  readonly parent: Parents;
  /** The line of the file that its text begins in. */
  readonly firstLine: number;
}

/** The diagrams of a text and its notes, in order. */
export function diagramsIn({ tree, notes }: Manuscript, languages: readonly DiagramLanguage[]): Diagram[] {
  const found: Diagram[] = [];
  const look = (root: Parents) =>
    visitElements(root, (element, _, parent) => {
      if (element.tagName !== "pre") return undefined;
      const diagram = diagramOf(element, parent, languages);
      if (diagram) found.push(diagram);
      return "skip";
    });
  look(tree);
  for (const { children } of notes.values()) look({ type: "root", children });
  return found;
}

function diagramOf(
  element: Element,
  parent: Parents,
  languages: readonly DiagramLanguage[],
): Diagram | undefined {
  const code = element.children.find((child): child is Element => child.type === "element");
  const holder = code?.tagName === "code" ? code : element;
  // Of the class `code` is what is to be read as it stands.
  if (classesOf(element).includes("code")) return undefined;
  const language = languages.find((each) => isIn(each, element) || isIn(each, holder));
  if (!language) return undefined;
  const start = holder.children[0]?.position?.start ?? element.position?.start;
  return { language, text: textOf(holder.children), element, parent, firstLine: start?.line ?? 1 };
}

/** A fence says it in a class of its code, `<pre class="mermaid">` in its own. */
function isIn(language: DiagramLanguage, element: Element): boolean {
  const classes = classesOf(element);
  if (element.tagName === "pre") return classes.includes(classOf(language));
  return language.fences.some((fence) => classes.includes(`language-${fence}`));
}

function classesOf({ properties }: Element): readonly string[] {
  return classNames(properties).map((name) => name.toLowerCase());
}

/** The class of a `<pre>` with a text in a language. */
export function classOf({ name }: DiagramLanguage): string {
  return name.toLowerCase();
}

/** All the text in nodes, as it stands there. */
export function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => (node.type === "text" ? node.value : node.type === "element" ? textOf(node.children) : ""))
    .join("");
}
