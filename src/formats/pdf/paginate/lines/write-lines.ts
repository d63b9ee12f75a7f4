/**
 * Shows the lines of a paragraph as they were chosen: each ends in a line feed, which the browser keeps, and is spread
 * to the measure by the browser.
 *
 * A browser spreads lines and does not make them tighter. So the spaces of a paragraph are as narrow as those of its
 * tightest line, and all are spread from there; what the last line leaves is filled up, so that it has natural spaces.
 */
import type { SetParagraph } from "../../plan/lines/paragraph.js";
import type { LineEdit, LinePlace, ReadRun } from "./lines-types.js";

export function writeChosenLines(): void {
  const SOFT_HYPHENS = /\u00AD/g;
  const SPACES = /[\t\n\r\f]/g;

  const styles = document.createElement("style");
  styles.dataset.pagedjsIgnore = "";
  styles.textContent = `
    .colophon-lines { white-space-collapse: preserve-breaks !important; text-wrap-mode: nowrap !important; text-align-last: justify !important }
    .colophon-rest { display: inline-block; height: 0 }`;

  interface Kept {
    readonly element: HTMLElement;
    readonly style: string | null;
  }

  /** What the block's style would be handed down to, and is no part of its lines. */
  const keepAsIs = (element: HTMLElement): void => {
    const { whiteSpaceCollapse, textWrapMode, textAlignLast, wordSpacing } = getComputedStyle(
      element,
    ) as CSSStyleDeclaration & Record<"whiteSpaceCollapse" | "textWrapMode", string>;
    for (const [name, value] of Object.entries({
      "white-space-collapse": whiteSpaceCollapse,
      "text-wrap-mode": textWrapMode,
      "text-align-last": textAlignLast,
      "word-spacing": wordSpacing,
    }))
      if (element.style.getPropertyValue(name) === "") element.style.setProperty(name, value);
  };

  /** It did not go in with the text, and is not looked for in it. */
  const hyphen = (): HTMLElement => {
    const span = document.createElement("span");
    span.textContent = "-";
    span.dataset.repeated = "";
    span.style.cssText = "font-kerning: none; letter-spacing: 0";
    return span;
  };

  const plain = (text: string): string => text.replace(SOFT_HYPHENS, "").replace(SPACES, " ");

  /** Ends lines in a text, at places in their order. @returns what was put behind it. */
  const endLines = (text: Text, places: readonly LinePlace[]): ChildNode[] => {
    const { data } = text;
    const added: ChildNode[] = [];
    let done = 0;
    let line = "";
    const put = (part: string) => {
      line += part;
    };
    const flush = () => {
      if (added.length === 0) text.data = line;
      else added.push(new Text(line));
      line = "";
    };
    for (const { offset, length } of places) {
      put(plain(data.slice(done, offset)));
      if (data[offset] === "\u00AD" && length === 1) {
        flush();
        added.push(hyphen());
      }
      put("\n");
      done = offset + length;
    }
    put(plain(data.slice(done)));
    flush();
    text.after(...added);
    return added;
  };

  window.colophonLines = {
    ...window.colophonLines,
    writeLines(
      { run, places, texts, others, last }: ReadRun,
      { lines, tighter, rest }: SetParagraph,
    ): LineEdit {
      const { block, style } = run;
      if (!styles.isConnected) document.head.append(styles);
      const kept: Kept[] = [block, ...others].map((element) => ({
        element,
        style: element.getAttribute("style"),
      }));
      const spacing = Number.parseFloat(style.wordSpacing) || 0;
      for (const each of others) keepAsIs(each);
      const byText = new Map<Text, LinePlace[]>();
      for (const { end } of lines.slice(0, -1)) {
        const place = places[end]!;
        byText.set(place.text, [...(byText.get(place.text) ?? []), place]);
      }
      const filler = document.createElement("span");
      filler.className = "colophon-rest";
      filler.style.width = `${rest.toFixed(2)}px`;
      const added: ChildNode[] = rest > 0 ? [filler] : [];
      if (rest > 0) last.after(filler);
      const before = texts.map((text) => text.data);
      for (const text of texts) added.push(...endLines(text, byText.get(text) ?? []));
      block.classList.add("colophon-lines");
      if (tighter > 0) block.style.wordSpacing = `${(spacing - tighter).toFixed(3)}px`;
      return {
        block,
        undo() {
          for (const each of added) each.remove();
          texts.forEach((text, index) => {
            text.data = before[index]!;
          });
          block.classList.remove("colophon-lines");
          for (const { element, style: own } of kept) {
            if (own === null) element.removeAttribute("style");
            else element.setAttribute("style", own);
          }
        },
      };
    },
  };
}
