/** Names: whose they are, their label, and what stands in when there are none (CSL 1.0.2, "Names"). */
import type { Name } from "../item.js";
import { type Context, called, dressed, type Evaluate, type Result } from "./context.js";
import { type NameElements, nameList, shownCount } from "./name-list.js";
import { box, boxTagged, type Output, words } from "./output.js";
import { childNamed, type XmlElement } from "./xml.js";

interface Elements extends NameElements {
  readonly label: XmlElement | undefined;
  readonly labelFirst: boolean;
}

export function renderNames(node: XmlElement, context: Context, evaluate: Evaluate): Result {
  const elements = elementsOf(node);
  const found = listsOf(node, elements, context);
  return found.output.length > 0
    ? called(found.output)
    : called(substitute(node, elements, context, evaluate));
}

/** A bare `names` in a substitute has the elements of the one that it stands in for. */
function elementsOf(node: XmlElement, inherited?: Elements): Elements {
  const names = node.children.map((child) => child.name);
  const label = childNamed(node, "label");
  const isBefore = names.indexOf("label") < names.indexOf("name");
  return {
    name: childNamed(node, "name") ?? inherited?.name,
    etAl: childNamed(node, "et-al") ?? inherited?.etAl,
    label: label ?? inherited?.label,
    labelFirst: label ? isBefore : (inherited?.labelFirst ?? false),
  };
}

function substitute(node: XmlElement, inherited: Elements, context: Context, evaluate: Evaluate): Output[] {
  for (const child of childNamed(node, "substitute")?.children ?? []) {
    const progress = { ...context.progress, given: new Set<string>(), isSubstitute: true };
    const inside = { ...context, progress };
    const isBare = child.name === "names" && child.children.length === 0;
    const { output } = isBare
      ? listsOf(child, elementsOf(child, inherited), inside)
      : evaluate(child, inside);
    // A term that is there and empty stands in, too.
    if (
      child.name === "text" &&
      child.attributes.term !== undefined &&
      context.locale.term(child.attributes.term) === ""
    )
      return [];
    if (output.length === 0) continue;
    // What stands in for the names is not shown again in its own place.
    for (const variable of progress.given) context.progress.used.add(variable);
    const tag = { kind: "names", people: [], isSubstitute: true } as const;
    return dressed(output, node, boxTagged(output, "names") ? {} : { tag });
  }
  return [];
}

function listsOf(node: XmlElement, elements: Elements, context: Context): { output: Output[] } {
  const roles = rolesOf(node, context);
  if (context.nameOptions.form === "count" || elements.name?.attributes.form === "count") {
    const count = roles.reduce((sum, { people }) => sum + shownCount(people, elements, context), 0);
    return { output: count === 0 ? [] : dressed(words(String(count)), node) };
  }
  const lists = roles.flatMap(({ role, people }) => withLabel(role, people, elements, context));
  const delimiter = node.attributes.delimiter ?? context.nameOptions["names-delimiter"] ?? "";
  const people = roles.flatMap((each) => each.people);
  if (context.progress.isSubstitute) for (const { role } of roles) context.progress.used.add(role);
  const tag = { kind: "names", people, isSubstitute: false } as const;
  return { output: dressed(box(lists, { delimiter }), node, { tag }) };
}

interface Role {
  readonly role: string;
  readonly people: readonly Name[];
}

/** Editors who are the translators too are named once (CSL 1.0.2, "Names": `editortranslator`). */
function rolesOf(node: XmlElement, context: Context): Role[] {
  const { item, progress } = context;
  const variables = (node.attributes.variable ?? "").trim().split(/\s+/);
  const roles = variables.flatMap((role): Role[] => {
    const people = progress.used.has(role) ? [] : (item.names[role] ?? []);
    if (people.length === 0) return [];
    progress.given.add(role);
    return [{ role, people }];
  });
  const [editor, translator] = ["editor", "translator"].map((name) =>
    roles.find(({ role }) => role === name),
  );
  const hasTerm = Boolean(context.locale.term("editortranslator"));
  if (!editor || !translator || !hasTerm || !isSame(editor.people, translator.people)) return roles;
  return roles.flatMap((each): Role[] => {
    if (each === roles.find((one) => one === editor || one === translator))
      return [{ ...each, role: "editortranslator" }];
    return each === editor || each === translator ? [] : [each];
  });
}

function isSame(a: readonly Name[], b: readonly Name[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function withLabel(role: string, people: readonly Name[], elements: Elements, context: Context): Output[] {
  const listed = box(nameList(people, elements, context), listFormat(elements), {
    tag: { kind: "people", people },
  });
  const { label } = elements;
  if (!label || context.purpose === "sort") return listed;
  const { form = "long", plural = "contextual" } = label.attributes;
  const isMany = plural === "always" || (plural === "contextual" && people.length > 1);
  const term = context.locale.term(role, form, isMany ? "many" : "one");
  const said = dressed(words(term ?? ""), label, { language: context.locale.language });
  return box(elements.labelFirst ? [...said, ...listed] : [...listed, ...said], {});
}

/** Affixes and formatting of `name` go around the list. */
function listFormat({ name }: Elements): Readonly<Record<string, string>> {
  const { delimiter: _, ...attributes } = name?.attributes ?? {};
  return attributes;
}
