/**
 * Measures words: each once in a font, with all the places at which it may be divided.
 *
 * A canvas measures twenty times as fast as the layout does, and knows most of what styles may say of a font. Words in
 * the others stand in the document while they are measured, all at once.
 */
import type { LineFont, LineFonts, MeasuredSpace, MeasuredWord } from "./lines-types.js";

export function measureInFonts(): void {
  const SOFT_HYPHEN = "\u00AD";
  const HAS_DIGIT = /\d/;
  /** What styles say of a font that a canvas has no word for. */
  const UNKNOWN = [
    "fontFeatureSettings",
    "fontVariationSettings",
    "fontVariantAlternates",
    "fontVariantPosition",
    "textTransform",
  ] as const;
  const PLAIN = /^(?:normal|none)$/;

  /** Where a word may be divided: behind soft hyphens, hyphens and dashes of its own, and characters made for it. */
  const PLACE =
    /\u00AD|\u200B|(?<=[\p{L}\p{N}]{2})[-\u2010](?=\p{L}{2})|(?<=[\p{L}\p{M}\p{N}\p{P}])[–—](?=[\p{L}\p{Pi}\p{Ps}"'])/gu;

  const joined = (word: string): Omit<MeasuredWord, "widths"> => {
    const beginnings: string[] = [];
    const ends: number[] = [];
    let joints = "";
    for (const place of word.matchAll(PLACE)) {
      const end = place.index + place[0].length;
      if (end === word.length || (place.index === 0 && place[0] === SOFT_HYPHEN)) continue;
      beginnings.push(word.slice(0, end).replaceAll(SOFT_HYPHEN, ""));
      ends.push(end);
      joints += place[0] === SOFT_HYPHEN ? "-" : "/";
    }
    return { beginnings: [...beginnings, word.replaceAll(SOFT_HYPHEN, "")], joints: `${joints}.`, ends };
  };

  interface Asked {
    readonly words: Map<string, MeasuredWord>;
    readonly fresh: MeasuredWord[];
  }

  const widthsIn = ({ beginnings }: MeasuredWord, widthOf: (text: string) => number): number[] => {
    let before = 0;
    return beginnings.map((text) => {
      const width = widthOf(text);
      const own = width - before;
      before = width;
      return own;
    });
  };

  type Look = Readonly<Record<string, string>>;

  const onCanvas = (canvas: CanvasRenderingContext2D, look: Look, { fresh }: Asked): void => {
    canvas.font = `${look.fontStyle} ${look.fontWeight} ${look.fontSize} ${look.fontFamily}`;
    canvas.letterSpacing = look.letterSpacing === "normal" ? "0px" : look.letterSpacing!;
    canvas.fontKerning = look.fontKerning as CanvasFontKerning;
    canvas.fontVariantCaps = look.fontVariantCaps as CanvasFontVariantCaps;
    const known = new Map<string, number>();
    const widthOf = (text: string): number => {
      const width = known.get(text) ?? canvas.measureText(text).width;
      known.set(text, width);
      return width;
    };
    for (const word of fresh) word.widths = widthsIn(word, widthOf);
  };

  const inDocument = (look: Look, { fresh }: Asked): void => {
    const texts = [...new Set(fresh.flatMap(({ beginnings }) => beginnings))];
    const holder = document.createElement("div");
    holder.style.cssText = "position: absolute; visibility: hidden; white-space: pre; text-indent: 0";
    for (const [name, value] of Object.entries(look))
      holder.style.setProperty(name.replace(/[A-Z]/g, "-$&").toLowerCase(), value);
    holder.append(
      ...texts.map((text) => {
        const span = document.createElement("span");
        span.style.display = "inline-block";
        span.textContent = text;
        return span;
      }),
    );
    document.body.append(holder);
    const known = new Map(
      texts.map((text, index) => [text, holder.children[index]!.getBoundingClientRect().width]),
    );
    holder.remove();
    for (const word of fresh) word.widths = widthsIn(word, (text) => known.get(text)!);
  };

  /** What of a style bears on widths. */
  const PROPERTIES = [
    "fontStyle",
    "fontWeight",
    "fontSize",
    "fontFamily",
    "fontStretch",
    "letterSpacing",
    "fontKerning",
    "fontVariantCaps",
    "fontVariantLigatures",
    "fontVariantNumeric",
    ...UNKNOWN,
  ] as const;

  const lookOf = (style: CSSStyleDeclaration): Look =>
    Object.fromEntries(PROPERTIES.map((name) => [name, style[name as "fontStyle"]]));

  const isForCanvas = (look: Look): boolean =>
    UNKNOWN.every((name) => PLAIN.test(look[name] ?? "normal")) &&
    /^(?:normal|common-ligatures)$/.test(look.fontVariantLigatures!) &&
    /^(?:normal|100%)$/.test(look.fontStretch!);

  window.colophonLines = {
    ...window.colophonLines,
    openFonts(): LineFonts {
      const canvas = document.createElement("canvas").getContext("2d")!;
      const fonts = new Map<string, LineFont>();
      const looks: { readonly look: Look; readonly asked: Asked; readonly isOnCanvas: boolean }[] = [];

      const open = (look: Look): LineFont => {
        const [plain, other] = [0, 0].map((): Asked => ({ words: new Map(), fresh: [] })) as [Asked, Asked];
        const isKnown = isForCanvas(look);
        looks.push({ look, asked: plain, isOnCanvas: isKnown }, { look, asked: other, isOnCanvas: false });
        const hasFigures = !PLAIN.test(look.fontVariantNumeric!);
        const wordOf = (word: string): MeasuredWord => {
          const { words, fresh } = hasFigures && HAS_DIGIT.test(word) ? other : plain;
          let known = words.get(word);
          if (!known) {
            known = { ...joined(word), widths: [] };
            words.set(word, known);
            fresh.push(known);
          }
          return known;
        };
        const spaces = new Map<string, MeasuredSpace>();
        const spaceBetween = (before: string, after: string): MeasuredSpace => {
          const all = `${before} ${after}`;
          const known = spaces.get(all) ?? [wordOf(all), wordOf(before), wordOf(after)];
          spaces.set(all, known);
          return known;
        };
        return { wordOf, spaceBetween, hyphen: wordOf("-") };
      };

      return {
        differences(style, other) {
          const [own, over] = [lookOf(style), lookOf(other)];
          return Object.fromEntries(Object.entries(over).filter(([name, value]) => own[name] !== value));
        },
        fontOf(style, over) {
          const look = { ...lookOf(style), ...over };
          const key = Object.values(look).join("|");
          const font = fonts.get(key) ?? open(look);
          fonts.set(key, font);
          return font;
        },
        measure() {
          for (const { look, asked, isOnCanvas } of looks) {
            if (asked.fresh.length === 0) continue;
            if (isOnCanvas) onCanvas(canvas, look, asked);
            else inDocument(look, asked);
            asked.fresh.length = 0;
          }
        },
      };
    },
  };
}
