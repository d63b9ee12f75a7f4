/**
 * Fits formulas that are wider than a line.
 *
 * A browser breaks no formula. One in a line of text is cut where TeX would break it: after relations
 * and binary operators that are in no brackets, and where that is not enough after closing brackets, and
 * in them. One on lines of its own is set smaller, as long as it can be read; a row that would
 * become too small is broken like one in the text. Before layout all are measured in one go, each in
 * the blocks that it stands in.
 */
import type { PagedPage } from "./paged-types.js";

export function fitFormulas(): void {
  /** Of the measure: a shorter formula stays in one piece. */
  const SHORT = 0.35;
  /** Formulas are not set smaller than this; rows are rather broken. */
  const SMALLEST_ROW = 0.75;
  const SMALLEST = 0.5;

  const RELATIONS = "=≠<>≤≥≪≫≈≡∼≃≅≐≜≔∝∈∉∋⊂⊆⊃⊇≺≻⪯⪰∣∥→←↔⇒⇐⇔⟹⟸⟺⟶⟵↦⟼⊢⊨⊣";
  const BINARIES = "+−-±∓×⋅·∗*÷∪∩∧∨⊕⊖⊗⊙∘∖⊎⊔⊓∔";
  const BETWEEN = new Set(RELATIONS + BINARIES);
  const OPENING = new Set("([{⟨⌈⌊⟦");
  const CLOSING = new Set(")]}⟩⌉⌋⟧");

  interface Row {
    readonly parts: readonly Element[];
    readonly widths: readonly number[];
    /** What has to be around a piece of it, from the outside in. */
    readonly around: readonly Element[];
    /** The number that TeX gives it by `\\tag`. */
    readonly tag: Element | null;
  }

  /** The row that a formula consists of; undefined for a table or a single thing. */
  const rowOf = (formula: Element): Omit<Row, "widths"> | undefined => {
    const around: Element[] = [];
    const tag = formula.querySelector(":scope > mtable > .tml-tageqn:only-child .tml-tag");
    let row = tag ? tag.closest("mtr")!.children[1]! : formula;
    while (row.children.length === 1 && /^(mrow|mstyle|semantics)$/.test(row.children[0]!.localName)) {
      row = row.children[0]!;
      around.push(row);
    }
    return row.children.length < 3 ? undefined : { parts: [...row.children], around, tag };
  };

  /** What an operator, or one with an index or an exponent, stands for; nothing for anything else. */
  const symbolOf = (part: Element | undefined): string => {
    const base = part && /^m(sup|sub|subsup)$/.test(part.localName) ? part.firstElementChild : part;
    return base?.localName === "mo" ? (base.textContent ?? "").trim() : "";
  };

  interface Break {
    /** The part that it comes after. */
    readonly after: number;
    readonly kind: "sign" | "bracket" | "comma";
    /** How many brackets are around it. */
    readonly depth: number;
  }

  /** True for what is in brackets, be it with an exponent. */
  const isInBrackets = (part: Element): boolean => {
    const group = /^m(sup|sub|subsup)$/.test(part.localName) ? part.firstElementChild : part;
    return group?.localName === "mrow" && CLOSING.has(symbolOf(group.lastElementChild ?? undefined));
  };

  /** What may be broken behind a part of a row. */
  const kindOf = (parts: readonly Element[], at: number): Break["kind"] | undefined => {
    const symbol = symbolOf(parts[at]);
    const before = symbolOf(parts[at - 1]);
    const next = symbolOf(parts[at + 1]);
    // A sign at the beginning, or behind another one, belongs to what follows.
    if (BETWEEN.has(symbol))
      return at > 0 && !BETWEEN.has(before) && !OPENING.has(before) ? "sign" : undefined;
    if (symbol === "," || symbol === ";") return "comma";
    const isClosed = CLOSING.has(symbol) || isInBrackets(parts[at]!);
    return isClosed && (next === "" || OPENING.has(next)) ? "bracket" : undefined;
  };

  const breaksIn = (parts: readonly Element[]): Break[] => {
    let depth = 0;
    return parts.slice(0, -1).flatMap((part, after): Break[] => {
      const symbol = symbolOf(part);
      if (OPENING.has(symbol)) depth += 1;
      if (CLOSING.has(symbol)) depth = Math.max(0, depth - 1);
      const kind = kindOf(parts, after);
      return kind ? [{ after, kind, depth }] : [];
    });
  };

  /** From the best places to the last resort, with the width of a piece that asks for them, as a part of the limit. */
  const RANKS: readonly [number, (place: Break) => boolean][] = [
    [0, ({ kind, depth }) => kind === "sign" && depth === 0],
    [0.5, ({ depth }) => depth === 0],
    [1, () => true],
  ];

  interface Cuts {
    /** The parts that a break comes after. */
    readonly cuts: readonly number[];
    /** How much smaller each piece has to be to fit. */
    readonly scales: readonly number[];
  }

  /** The places to break at, so that no piece is wider than the limit where that can be. */
  const cutsOf = ({ parts, widths }: Row, limit: number): Cuts => {
    const widthBetween = (start: number, end: number) =>
      widths.slice(start, end + 1).reduce((sum, each) => sum + each, 0);
    const breaks = breaksIn(parts);
    let cuts: number[] = [];
    for (const [part, isAllowed] of RANKS) {
      const ends = [...cuts, parts.length - 1];
      const more = ends.flatMap((end, index) => {
        const start = index === 0 ? 0 : ends[index - 1]! + 1;
        if (widthBetween(start, end) <= limit * part) return [];
        const inside = breaks.filter((each) => each.after >= start && each.after < end && isAllowed(each));
        return inside.map(({ after }) => after);
      });
      cuts = [...new Set([...cuts, ...more])].sort((one, other) => one - other);
    }
    const scales = [...cuts, parts.length - 1].map((end, index) => {
      const width = widthBetween(index === 0 ? 0 : cuts[index - 1]! + 1, end);
      return width <= limit ? 1 : scaleFor(limit, width);
    });
    return { cuts, scales };
  };

  /** Paged.js drops what has no reference. */
  const nameAfter = (element: Element, of: Element, name: string): void => {
    element.setAttribute("data-ref", `${of.getAttribute("data-ref")}-${name}`);
  };

  /** The number of a formula as one of its own, beside its pieces. */
  const tagOf = (formula: Element, label: Element): Element => {
    const tag = formula.cloneNode(false) as Element;
    for (const name of ["display", "alttext", "id", "style"]) tag.removeAttribute(name);
    tag.setAttribute("class", "formula-tag");
    nameAfter(tag, formula, "tag");
    tag.append(label);
    return tag;
  };

  /** Puts a formula in the form of pieces that a line can be broken between into its place. */
  const breakFormula = (formula: Element, { cuts, scales }: Cuts, classes: string): void => {
    const row = rowOf(formula);
    if (!row) return;
    const holder = document.createElement("span");
    nameAfter(holder, formula, "pieces");
    holder.className = classes;
    // A line of pieces runs like the formula, whatever the direction of the text.
    holder.dir = "ltr";
    const isDisplayed = formula.getAttribute("display") === "block";
    let start = 0;
    for (const [index, end] of [...cuts, row.parts.length - 1].entries()) {
      const piece = formula.cloneNode(false) as Element;
      for (const name of ["display", "alttext", ...(index > 0 ? ["id"] : [])]) piece.removeAttribute(name);
      piece.removeAttribute("class");
      (piece as HTMLElement).style.removeProperty("display");
      if (isDisplayed) piece.setAttribute("displaystyle", "true");
      nameAfter(piece, formula, `piece-${index}`);
      let inner = piece;
      for (const [level, outer] of row.around.entries()) {
        const copy = outer.cloneNode(false) as Element;
        nameAfter(copy, outer, `piece-${index}-${level}`);
        inner.append(copy);
        inner = copy;
      }
      const parts = row.parts.slice(start, end + 1);
      // At the end of a piece it would be taken for a sign behind what it belongs to.
      for (const part of parts)
        if (BETWEEN.has(symbolOf(part)) && !part.hasAttribute("form")) part.setAttribute("form", "infix");
      inner.append(...parts);
      if (scales[index]! < 1) shrink(piece, scales[index]!);
      if (index > 0) holder.append("\u200B");
      holder.append(piece);
      start = end + 1;
    }
    formula.replaceWith(holder);
    if (row.tag) holder.after(tagOf(formula, row.tag));
  };

  /** What is seen of a formula: letters, and cells with rules. */
  const SEEN = 'mi, mo, mn, mtext, mtd[style*="border"]';

  const boxOf = (element: Element): { left: number; right: number } => {
    let left = Number.POSITIVE_INFINITY;
    let right = Number.NEGATIVE_INFINITY;
    for (const leaf of [element, ...element.querySelectorAll(SEEN)]) {
      if (leaf.localName === "math" && leaf.getAttribute("display") === "block") continue;
      const box = leaf.getBoundingClientRect();
      if (box.width === 0) continue;
      left = Math.min(left, box.left);
      right = Math.max(right, box.right);
    }
    return { left, right };
  };

  const widthOf = (element: Element): number => {
    const { left, right } = boxOf(element);
    return right > left ? right - left : 0;
  };

  const shrink = (formula: Element, scale: number): void =>
    (formula as HTMLElement).style.setProperty("font-size", `${scale}em`);

  /** How much smaller something has to be to have room. */
  const scaleFor = (room: number, width: number): number =>
    Math.min(1, Math.max(SMALLEST, Math.floor((room / width) * 100) / 100));

  interface Measured {
    readonly formula: Element;
    readonly copy: Element;
    readonly block: Element;
    readonly number: Element | null;
  }

  /** A copy of a formula in copies of the blocks that it stands in. */
  const setUp = (formula: Element, content: ParentNode, place: HTMLElement): Measured => {
    let copy: Element = (formula.closest(".equation") ?? formula).cloneNode(true) as Element;
    const inner = copy;
    const start = formula.closest(".equation") ?? formula;
    for (
      let outer = start.parentElement;
      outer && (outer as ParentNode) !== content;
      outer = outer.parentElement
    ) {
      // What stands in a table has no width of its own before the table has one.
      if (/^(t[dh]|tr|t(head|body|foot)|table)$/.test(outer.localName)) continue;
      const shell = outer.cloneNode(false) as Element;
      shell.removeAttribute("id");
      shell.append(copy);
      copy = shell;
    }
    place.append(copy);
    const found = inner.localName === "math" ? inner : inner.querySelector("math")!;
    return {
      formula,
      copy: found,
      block: inner.parentElement!,
      number: inner.querySelector(".equation-number"),
    };
  };

  const contentWidth = (block: Element): number => {
    let shown: Element | null = block;
    while (shown?.parentElement && getComputedStyle(shown).display.startsWith("inline"))
      shown = shown.parentElement;
    const style = getComputedStyle(shown!);
    return shown!.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  };

  /** What is to be done with a formula, found while its copy stands there. */
  const planFor = ({ formula, copy, block, number }: Measured): (() => void) | undefined => {
    const room = contentWidth(block) - (number ? number.getBoundingClientRect().width * 1.3 : 0);
    const width = widthOf(copy);
    const parts = rowOf(copy);
    const row = parts && { ...parts, widths: parts.parts.map(widthOf) };
    if (formula.getAttribute("display") !== "block") {
      if (width <= room * SHORT) return undefined;
      if (row) return () => breakFormula(formula, cutsOf(row, room), "formula");
      return width > room ? () => shrink(formula, scaleFor(room, width)) : undefined;
    }
    if (width <= room + 1 || room <= 0) return undefined;
    if (row && room / width < SMALLEST_ROW) {
      const cuts = cutsOf(row, room * 0.9);
      return () => breakFormula(formula, cuts, "formula-lines");
    }
    // The columns of a table come closer before its letters become too small.
    if (room / width < SMALLEST_ROW) copy.classList.add("formula-tight");
    let scale = 1;
    // Not everything becomes smaller with its letters.
    for (let attempt = 0; attempt < 4 && widthOf(copy) > room && scale > SMALLEST; attempt += 1) {
      scale = Math.max(SMALLEST, scale * scaleFor(room, widthOf(copy)));
      shrink(copy, scale);
    }
    return () => {
      formula.setAttribute("class", copy.getAttribute("class") ?? "");
      if (scale < 1) shrink(formula, scale);
    };
  };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      beforePageLayout(page: PagedPage, content: ParentNode | undefined): void {
        if (!content || page.position !== this.chunker.pages[0]?.position) return;
        const formulas = [...content.querySelectorAll("math")];
        if (formulas.length === 0) return;
        const area = page.element.querySelector<HTMLElement>(".pagedjs_page_content")!;
        const place = document.createElement("div");
        place.style.cssText = `position: absolute; visibility: hidden; width: ${area.getBoundingClientRect().width}px`;
        area.append(place);
        const plans = formulas.map((formula) => setUp(formula, content, place)).map(planFor);
        place.remove();
        for (const plan of plans) plan?.();
      }
    },
  );
}
