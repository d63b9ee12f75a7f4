/**
 * Divides formulas that are taller than a page between their rows, as LaTeX does where `\allowdisplaybreaks` is said.
 *
 * No engine breaks a formula. Each row becomes one of its own, with the columns of the whole, so that a page may end
 * after any of them. What is no table, or a table in brackets, stays in one piece.
 */
import type { PagedPage } from "./paged-types.js";

export function divideFormulas(): void {
  interface Rows {
    readonly rows: readonly Element[];
    /** What has to be around each, from the outside in: the table is the last. */
    readonly around: readonly Element[];
  }

  const rowsOf = (formula: Element): Rows | undefined => {
    const around: Element[] = [formula];
    while (around.at(-1)!.localName !== "mtable") {
      const inner = [...around.at(-1)!.children].filter(({ localName }) => !/^annotation/.test(localName));
      if (inner.length !== 1) return undefined;
      around.push(inner[0]!);
    }
    const rows = [...around.at(-1)!.children];
    return rows.length < 2 ? undefined : { rows, around };
  };

  /** Gives all cells of a column the width of the widest one. */
  const holdColumns = (measured: readonly Element[], rows: readonly Element[]): void => {
    const widths: number[] = [];
    for (const row of measured)
      [...row.children].forEach((cell, column) => {
        widths[column] = Math.max(widths[column] ?? 0, cell.getBoundingClientRect().width);
      });
    for (const row of rows)
      [...row.children].forEach((cell, column) => {
        (cell as HTMLElement).style.width = `${widths[column]}px`;
        (cell as HTMLElement).style.boxSizing = "border-box";
      });
  };

  /** A copy without its content. Paged.js drops what has no reference. */
  const shellOf = (element: Element, name: string): Element => {
    const shell = element.cloneNode(false) as Element;
    if (name !== "row-0") for (const each of ["id", "alttext"]) shell.removeAttribute(each);
    shell.setAttribute("data-ref", `${element.getAttribute("data-ref")}-${name}`);
    return shell;
  };

  const divide = (equation: Element, { rows, around }: Rows): void => {
    const number = equation.querySelector(":scope > .equation-number");
    const parts = rows.map((row, index) => {
      const part = document.createElement("div");
      part.className = "formula-row";
      part.setAttribute("data-ref", `${equation.getAttribute("data-ref")}-row-${index}`);
      let inner: Element = part;
      for (const outer of around) {
        const shell = shellOf(outer, `row-${index}`);
        inner.append(shell);
        inner = shell;
      }
      inner.append(row);
      return part;
    });
    if (number) parts.at(-1)!.append(number);
    equation.classList.add("formula-rows");
    equation.replaceChildren(...parts);
  };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      beforePageLayout(page: PagedPage, content: ParentNode | undefined): void {
        if (!content || page.position !== this.chunker.pages[0]?.position) return;
        const equations = [...content.querySelectorAll(".equation")];
        if (equations.length === 0) return;
        const area = page.element.querySelector<HTMLElement>(".pagedjs_page_content")!;
        const { width, height } = area.getBoundingClientRect();
        const place = document.createElement("div");
        place.style.cssText = `position: absolute; visibility: hidden; width: ${width}px`;
        area.append(place);
        const copies = equations.map((equation) => equation.cloneNode(true) as Element);
        place.append(...copies);
        copies.forEach((copy, index) => {
          if (copy.getBoundingClientRect().height <= height) return;
          const equation = equations[index]!;
          const formula = equation.querySelector("math");
          const found = formula ? rowsOf(formula) : undefined;
          if (found === undefined) return;
          holdColumns(rowsOf(copy.querySelector("math")!)!.rows, found.rows);
          divide(equation, found);
        });
        place.remove();
      }
    },
  );
}
