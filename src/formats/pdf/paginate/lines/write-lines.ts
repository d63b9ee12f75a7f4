/**
 * Shows the lines of a paragraph as they were chosen: each ends in a line feed, which the browser keeps, and is spread
 * to the measure by the browser.
 *
 * A browser spreads lines and does not make them tighter. So the spaces of a paragraph are as narrow as those of its
 * tightest line, and all are spread from there; what the last line leaves is filled up, so that it has natural spaces.
 */
import type { SetParagraph } from "../../plan/lines/paragraph.js";
import type { KeptLook, LineEdit, LinePlace, ReadRun } from "./lines-types.js";

export function writeChosenLines(): void {
  const SOFT_HYPHENS = /\u00AD/g;
  const SPACES = /[\t\n\r\f]/g;

  const styles = document.createElement("style");
  styles.dataset.pagedjsIgnore = "";
  styles.textContent = `
    .colophon-lines { white-space-collapse: preserve-breaks !important; text-wrap-mode: nowrap !important; text-align-last: justify !important }
    .colophon-tracked { font-feature-settings: "liga", "clig" }
    .colophon-rest { display: inline-block; height: 0 }`;

  interface Kept {
    readonly element: HTMLElement;
    readonly style: string | null;
  }

  /** What the block's style would be handed down to, and is no part of its lines. */
  const keepAsIs = ({ element, look }: KeptLook): void => {
    for (const [name, value] of Object.entries(look))
      if (element.style.getPropertyValue(name) === "") element.style.setProperty(name, value);
  };

  /** It did not go in with the text, and is not looked for in it. */
  const hyphen = (hanging: number): HTMLElement => {
    const span = document.createElement("span");
    span.textContent = "-";
    span.dataset.repeated = "";
    span.style.cssText = `font-kerning: none; letter-spacing: 0; margin-right: ${-hanging.toFixed(2)}px`;
    return span;
  };

  const plain = (text: string): string => text.replace(SOFT_HYPHENS, "").replace(SPACES, " ");

  const trackedBy = (text: string, tracking: number): HTMLElement => {
    const span = document.createElement("span");
    span.className = "colophon-tracked";
    span.style.letterSpacing = `${tracking.toFixed(4)}px`;
    span.textContent = text;
    return span;
  };

  /** A part of a text that stands on one line. */
  interface Part {
    text: string;
    readonly line: number;
    endsInHyphen?: true;
  }

  /** The text line by line, with a line feed where one begins that is not its first. */
  const partsOf = ({ data }: Text, places: readonly LinePlace[], first: number): Part[] => {
    const parts: Part[] = [{ text: "", line: first }];
    let done = 0;
    for (const { offset, length } of places) {
      const part = parts.at(-1)!;
      part.text += plain(data.slice(done, offset));
      if (data[offset] === "\u00AD" && length === 1) part.endsInHyphen = true;
      parts.push({ text: "\n", line: part.line + 1 });
      done = offset + length;
    }
    parts.at(-1)!.text += plain(data.slice(done));
    return parts;
  };

  interface Look {
    /** What is put between the letters of each line. */
    readonly trackings: readonly number[];
    readonly hanging: number;
  }

  /** Shows the parts of a text in its place. @returns what was put behind it. */
  const showParts = (text: Text, parts: readonly Part[], { trackings, hanging }: Look): ChildNode[] => {
    const added: ChildNode[] = [];
    let line = "";
    text.data = "";
    const flush = () => {
      if (line !== "" && added.length === 0) text.data = line;
      else if (line !== "") added.push(new Text(line));
      line = "";
    };
    for (const part of parts) {
      const tracking = trackings[part.line]!;
      if (tracking === 0) line += part.text;
      else if (part.text !== "") {
        flush();
        added.push(trackedBy(part.text, tracking));
      }
      if (!part.endsInHyphen) continue;
      flush();
      added.push(hyphen(hanging));
    }
    flush();
    text.after(...added);
    // What is empty before a page's first letter would seem to be a thing of its own.
    if (text.length === 0 && added.length > 0) text.remove();
    return added;
  };

  window.colophonLines = {
    ...window.colophonLines,
    writeLines(read: ReadRun, set: SetParagraph): LineEdit {
      const { run, paragraph, places, texts, tracked, others, last, spacing } = read;
      const { lines, tighter, rest } = set;
      const { block } = run;
      if (!styles.isConnected) document.head.append(styles);
      const kept: Kept[] = [block, ...others.map(({ element }) => element)].map((element) => ({
        element,
        style: element.getAttribute("style"),
      }));
      for (const each of others) keepAsIs(each);
      const byText = new Map<Text, LinePlace[]>();
      for (const { end } of lines.slice(0, -1)) {
        const place = places[end]!;
        byText.set(place.text, [...(byText.get(place.text) ?? []), place]);
      }
      const filler = document.createElement("span");
      filler.className = "colophon-rest";
      filler.style.width = `${rest.toFixed(2)}px`;
      const shown = new Map<Text, readonly ChildNode[]>();
      if (rest > 0) last.after(filler);
      const before = texts.map((text) => text.data);
      const { gaps, wishes } = paragraph;
      const trackings = lines.map(({ tracking }) => tracking);
      const none = trackings.map(() => 0);
      const hyphenWidth = gaps[lines.find(({ end }) => paragraph.joints[end] === "-")?.end ?? -1] ?? 0;
      const hanging = hyphenWidth * wishes.hang;
      let line = 0;
      for (const text of texts) {
        const parts = partsOf(text, byText.get(text) ?? [], line);
        line = parts.at(-1)!.line;
        const look = { trackings: tracked.has(text) ? trackings : none, hanging };
        shown.set(text, showParts(text, parts, look));
      }
      block.classList.add("colophon-lines");
      if (tighter > 0) block.style.wordSpacing = `${(spacing - tighter).toFixed(3)}px`;
      return {
        block,
        hanging,
        undo() {
          filler.remove();
          texts.forEach((text, index) => {
            const added = shown.get(text)!;
            if (!text.isConnected) added[0]?.before(text);
            for (const each of added) each.remove();
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
