/**
 * Counts what authors' styles count.
 *
 * Paged.js takes the counters of styles over, and has one number for each name: it knows no counter in a
 * counter (`1.2.3`), none of a pseudo-element, and no `counter-set`. The browser knows them all, but begins
 * again where a page cuts what they belong to. So the styles keep their counters, each element is counted
 * once in the whole document (CSS Lists 3, section 4), and every one that counts or shows a number has the
 * number written down.
 */

interface CounterHandler {
  onDeclaration(declaration: CssDeclaration, item: unknown, list: unknown, rule: CssRule): void;
}

interface CssDeclaration {
  readonly property: string;
  readonly value: {
    readonly children: { toArray(): readonly { readonly type: string; readonly name?: string }[] };
  };
}

interface CssRule {
  readonly ruleNode: { readonly type: string };
}

export function countInStyles(): void {
  /** Paged.js needs them for itself. */
  const OWN = /^(?:pages?|footnote|footnote-marker|list-item|none|initial|inherit|unset|revert)$/;
  let isNeeded = false;

  /** True for a declaration that is about counters of the author alone. */
  const isOfAuthor = ({ property, value }: CssDeclaration, { ruleNode }: CssRule): boolean => {
    if (!/^counter-(?:reset|increment|set)$/.test(property) || ruleNode.type !== "Rule") return false;
    const names = value.children.toArray().filter(({ type }) => type === "Identifier");
    return names.length > 0 && names.every(({ name = "" }) => !OWN.test(name));
  };

  type Counted = readonly (readonly [name: string, number: number])[];

  /** `a 1 b -2` as pairs of names and numbers, without the counters that others keep. */
  const pairs = (value: string): Counted =>
    [...value.matchAll(/([^\s]+)\s+(-?\d+)/g)]
      .map(([, name = "", number]) => [name, Number(number)] as const)
      .filter(([name]) => !OWN.test(name));

  /** Names of the counters that `counter()` and `counters()` of a `content` show. */
  const shownIn = (content: string): string[] =>
    [...content.matchAll(/counters?\(\s*([^\s,)]+)/g)].map(([, name = ""]) => name);

  /** One of a name: it holds for the siblings behind the element that it began with, and for what is in them. */
  interface Counter {
    readonly parent: Node | null;
    value: number;
  }

  const counters = new Map<string, Counter[]>();

  /** The innermost counter of a name that holds for an element. */
  const counterAt = (name: string, element: Element): Counter | undefined => {
    const nested = counters.get(name) ?? [];
    while (nested.length > 0 && !nested.at(-1)!.parent?.contains(element)) nested.pop();
    return nested.at(-1);
  };

  const begin = (name: string, element: Element, value: number): void => {
    const { parentNode: parent } = element;
    const nested = counters.get(name) ?? [];
    // What a sibling has begun ends here.
    if (counterAt(name, element)?.parent === parent) nested.pop();
    nested.push({ parent, value });
    counters.set(name, nested);
  };

  const change = (name: string, element: Element, to: (value: number) => number): void => {
    const counter = counterAt(name, element);
    if (counter) counter.value = to(counter.value);
    else begin(name, element, to(0));
  };

  const countIn = (element: Element, style: CSSStyleDeclaration): void => {
    for (const [name, number] of pairs(style.counterReset)) begin(name, element, number);
    for (const [name, number] of pairs(style.counterIncrement))
      change(name, element, (value) => value + number);
    for (const [name, number] of pairs(style.counterSet)) change(name, element, () => number);
  };

  /** Style of something that a style sheet puts before or behind the text of an element, when there is such a thing. */
  const generatedStyle = (
    element: Element,
    place: "::before" | "::after",
  ): CSSStyleDeclaration | undefined => {
    const style = getComputedStyle(element, place);
    return /^(?:none|normal)$/.test(style.content) || style.display === "none" ? undefined : style;
  };

  const written = (numbers: Counted): string =>
    numbers.map(([name, number]) => `${name} ${number}`).join(" ");

  /** Counts an element with all that is in it, and writes down what holds for each. */
  const count = (element: HTMLElement): void => {
    const style = getComputedStyle(element);
    if (style.display === "none") return;
    const [before, after] = [generatedStyle(element, "::before"), generatedStyle(element, "::after")];
    const marker = getComputedStyle(element, "::marker").content;
    countIn(element, style);
    const changed = [style, before, after].flatMap((each) =>
      each ? pairs(`${each.counterIncrement} ${each.counterSet}`).map(([name]) => name) : [],
    );
    const names = new Set([
      ...changed,
      ...[before?.content, after?.content, marker].flatMap((each) => shownIn(each ?? "")),
    ]);
    const numbers = [...names].flatMap((name) => {
      const counter = counterAt(name, element);
      return counter ? [[name, counter.value] as const] : [];
    });
    const resets = pairs(style.counterReset);
    if (before) countIn(element, before);
    for (const child of element.children) if (child instanceof HTMLElement) count(child);
    if (after) countIn(element, after);
    if (resets.length > 0) element.style.counterReset = written(resets);
    if (numbers.length > 0) element.style.counterSet = written(numbers);
    // Here Paged.js looks for what `target-counter()` asks for.
    for (const [name, value] of numbers) {
      if (/^[\w-]+$/.test(name)) element.setAttribute(`data-counter-${name}-value`, String(value));
    }
  };

  /** Shows a document in a box that nobody sees, where its styles can be asked for. */
  const countDocument = (content: DocumentFragment): void => {
    const box = document.createElement("div");
    box.style.cssText = "position: absolute; visibility: hidden; height: 0; overflow: hidden";
    box.append(...content.childNodes);
    document.body.append(box);
    counters.clear();
    for (const root of [document.documentElement, document.body]) countIn(root, getComputedStyle(root));
    count(box);
    content.append(...box.childNodes);
    box.remove();
  };

  const own = (
    window.Paged.registeredHandlers as { prototype: CounterHandler & Record<string, unknown> }[]
  ).find(({ prototype }) => "processCounterIncrements" in prototype);
  if (own) {
    window.colophonRestoreLater(own.prototype);
    const onDeclaration = own.prototype.onDeclaration;
    own.prototype.onDeclaration = function (this: CounterHandler, declaration, item, list, rule): void {
      if (isOfAuthor(declaration, rule)) isNeeded = true;
      else onDeclaration.call(this, declaration, item, list, rule);
    };
  }

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      afterParsed(content: DocumentFragment): void {
        if (isNeeded) countDocument(content);
      }
    },
  );
}
