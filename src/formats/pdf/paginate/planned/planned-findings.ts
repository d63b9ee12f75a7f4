/** Surveys planned pages, and writes down which text is on which, as it is done with pages of Paged.js. */
import type { NotePart, PagePlan } from "../../plan/galley.js";
import type { PageText, TextPiece } from "../../readback/compare/run-text.js";
import type {
  Anchor,
  BlockBox,
  FolioBox,
  ShownImage,
  Survey,
  SurveyedPage,
  TextPlace,
} from "../engine/survey.js";
import type { Furniture, GalleyBox, NotePlace, ReadGalley, TextPoint } from "./galley-types.js";

export function surveyPlanned(): void {
  const POINTS_PER_PIXEL = 0.75;
  const points = (pixels: number): number => pixels * POINTS_PER_PIXEL;
  const tenths = (pixels: number): number => Math.round(points(pixels) * 10) / 10;

  const FLOATED = ".floated";

  interface OnPage {
    readonly page: number;
    /** From the left and top edges of the page after cutting, in pixels. */
    readonly x: number;
    readonly y: number;
  }

  type Place = (box: DOMRect) => OnPage;

  /** What stands on each page of the flow: texts in order, each cut where a page begins. */
  const textsByPage = (flow: HTMLElement, starts: readonly (TextPoint | undefined)[]) => {
    const texts = starts.map(
      (): { readonly text: string; readonly parent: HTMLElement; readonly node: Text }[] => [],
    );
    const pagesOf = new Map<Node, { readonly page: number; readonly offset: number }[]>();
    starts.forEach((start, page) => {
      if (!start || page === 0) return;
      pagesOf.set(start.node, [...(pagesOf.get(start.node) ?? []), { page, offset: start.offset }]);
    });
    let page = 0;
    const walker = document.createTreeWalker(flow, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node instanceof Element && node.matches(FLOATED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const begun = pagesOf.get(node) ?? [];
      if (!(node instanceof Text)) {
        page = begun.at(-1)?.page ?? page;
        continue;
      }
      let from = 0;
      const add = (to: number) => {
        if (to > from)
          texts[page]!.push({ text: node.data.slice(from, to), parent: node.parentElement!, node });
        from = to;
      };
      for (const { page: next, offset } of begun) {
        add(offset);
        page = next;
      }
      add(node.length);
    }
    return texts;
  };

  /** Where notes stand: each with its page, and how far down that its first line is. */
  const notePlaces = (box: GalleyBox, read: ReadGalley, plan: PagePlan) => {
    const { galley, notes } = read;
    const beside = window.colophonPlanned.sideNotePlaces(box, read, plan);
    const places = new Map<HTMLElement, NotePlace>([...beside].map(([note, place]) => [notes[note]!, place]));
    plan.pages.forEach(({ notes: parts }, page) => {
      const heightOf = (part: NotePart) => window.colophonPlanned.heightOfPart(galley, part);
      let y = galley.height - parts.reduce((sum, part) => sum + heightOf(part), 0);
      for (const part of parts) {
        if (part.from === 0) places.set(notes[part.note]!, { page, x: 0, y });
        y += heightOf(part);
      }
    });
    return places;
  };

  const notesAtFoot = ({ notes, sides }: GalleyBox, { pages }: PagePlan): Pick<Survey, "notesAtFoot"> => {
    if (sides.size === 0) return {};
    const beside = new Set(pages.flatMap((page) => page.beside ?? []));
    const atFoot = [...notes.values()].filter((_, index) => !beside.has(index));
    return { notesAtFoot: window.colophonFindings.sourcesOf(atFoot) };
  };

  window.colophonPlanned = {
    ...window.colophonPlanned,
    survey(box: GalleyBox, read: ReadGalley, plan: PagePlan, starts, furniture: Furniture): void {
      const { flow } = box;
      const findings = window.colophonFindings;
      const areas = furniture.pages.map(({ element }) => findings.areaOf(element));
      const cornerOf = (page: number): readonly [number, number] => {
        const [left, top] = areas[furniture.of[page]!]!;
        return [left / POINTS_PER_PIXEL, top / POINTS_PER_PIXEL];
      };
      const left = flow.getBoundingClientRect().left;
      const inFlow: Place = (at) => {
        const { page, x, y } = window.colophonPlanned.pageAt(read, plan, at.top);
        const [x0, y0] = cornerOf(page);
        return { page, x: x0 + at.left - left + x, y: y0 + y };
      };
      const ofNotes = notePlaces(box, read, plan);
      const inNote =
        (note: HTMLElement): Place =>
        (at) => {
          const own = note.getBoundingClientRect();
          const { page, x, y } = ofNotes.get(note) ?? { page: plan.pages.length - 1, x: 0, y: 0 };
          const [x0, y0] = cornerOf(page);
          return { page, x: x0 + x + at.left - own.left, y: y0 + y + at.top - own.top };
        };
      const floatPlaces = window.colophonPlanned.floatPlaces(read, plan);
      const inFloat =
        (index: number): Place =>
        (at) => {
          const own = read.floats[index]!.element.getBoundingClientRect();
          const { page, y } = floatPlaces[index]!;
          const [x0, y0] = cornerOf(page);
          return { page, x: x0 + at.left - left, y: y0 + y + at.top - own.top };
        };
      const roots: (readonly [HTMLElement, Place])[] = [
        [flow, inFlow],
        ...read.notes.map((note) => [note, inNote(note)] as const),
        ...read.floats.map(({ element }, index) => [element, inFloat(index)] as const),
      ];

      const anchors: Anchor[] = [];
      const blocks: BlockBox[] = [];
      const images: ShownImage[] = [];
      const first = furniture.pages[0]!.element;
      const edge = (name: string) => first.querySelector(name)!.getBoundingClientRect().left;
      const bleed = edge(".pagedjs_pagebox") - edge(".pagedjs_sheet");
      for (const [root, place] of roots) {
        const all = [
          ...(root === flow ? [] : [root]),
          ...root.querySelectorAll<HTMLElement>("[id], [data-source]"),
        ].filter((element) => element.closest(FLOATED) === root.closest(FLOATED));
        for (const element of all) {
          const at = element.getBoundingClientRect();
          const { page, x, y } = place(at);
          if (element.id && !element.dataset.footnoteMarker)
            anchors.push({ id: element.id, page, x: Math.max(0, points(x)), y: Math.max(0, points(y)) });
          const { source } = element.dataset;
          if (source === undefined || at.width === 0 || at.height === 0) continue;
          blocks.push(
            ...partsOf({ source, page, x: x + bleed, y: y + bleed, width: at.width, height: at.height }),
          );
        }
        if (!root.matches(FLOATED)) images.push(...findings.imagesIn(root));
      }

      /** A block over several pages has a box on each. */
      function partsOf(whole: BlockBox): BlockBox[] {
        const { source, width } = whole;
        const parts: BlockBox[] = [];
        let { page, y, height } = whole;
        while (page < plan.pages.length) {
          const [, top] = cornerOf(page);
          const room = top + bleed + read.galley.height - plan.pages[page]!.short - y;
          const isLast = height <= room + 1 || page === plan.pages.length - 1;
          const own = isLast ? height : room;
          if (own > 0)
            parts.push({
              source,
              page,
              x: tenths(whole.x),
              y: tenths(y),
              width: tenths(width),
              height: tenths(own),
            });
          if (isLast) break;
          height -= Math.max(0, room);
          page += 1;
          y = cornerOf(page)[1] + bleed;
        }
        return parts;
      }

      const folios: FolioBox[] = plan.pages.flatMap((_, page) =>
        furniture.folios[furniture.of[page]!]!.map((folio) => ({ ...folio, page })),
      );
      const texts = textsByPage(flow, starts);
      const lettersOf = new Map<string, number>();
      const pages = plan.pages.map(({ isBlank = false }, index): SurveyedPage => {
        let begins: TextPlace | undefined;
        for (const { text, node } of texts[index]!) {
          const source = node.parentElement!.closest("[data-source]")?.getAttribute("data-source") ?? "";
          const count = text.replace(/[\s\u00AD\u200B\u2060\uFEFF]+/g, "").length;
          if (source === "" || count === 0 || node.parentElement!.closest("[data-repeated]")) continue;
          const before = lettersOf.get(source) ?? 0;
          begins ??= { source, letters: before };
          lettersOf.set(source, before + count);
        }
        return {
          names: findings.namesOf(furniture.pages[furniture.of[index]!]!.element),
          blank: isBlank,
          ...(begins && { begins }),
        };
      });
      window.colophonSurvey = { pages, anchors, blocks, folios, images, ...notesAtFoot(box, plan) };

      const floatOf = (element: Element): number => {
        const float = element.closest(FLOATED);
        return float ? read.floats.findIndex((each) => each.element === float) : -1;
      };
      const generated = findings.generatedIn(flow).map(([element, piece]) => {
        const float = floatOf(element);
        if (float >= 0) return [floatPlaces[float]!.page, piece] as const;
        const { page } = window.colophonPlanned.pageAt(read, plan, element.getBoundingClientRect().top);
        return [page, piece] as const;
      });
      const noted = read.notes.flatMap((note, index) => {
        const parts = plan.pages.flatMap(({ notes, beside = [] }, page) => [
          ...notes.filter((part) => part.note === index).map(({ from }) => ({ page, from })),
          ...(beside.includes(index) ? [{ page, from: 0 }] : []),
        ]);
        const { page: first = plan.pages.length - 1 } = parts[0] ?? {};
        const inParts = textsByPage(
          note,
          parts.map(({ from }) => (from === 0 ? undefined : window.colophonPlanned.startInNote(note, from))),
        );
        return [
          ...inParts.flatMap((each, part) =>
            each.flatMap(({ text, parent }) =>
              findings.pieceOf(text, parent).map((piece) => [parts[part]!.page, piece] as const),
            ),
          ),
          ...findings.generatedIn(note).map(([, piece]) => [first, piece] as const),
        ];
      });
      const floated = read.floats.flatMap(({ element }, index) =>
        findings.piecesIn(element).map((piece) => [floatPlaces[index]!.page, piece] as const),
      );
      const isRightToLeft = flow.matches(":dir(rtl)") || flow.querySelector(":dir(rtl)") !== null;
      const besides = [...window.colophonPlanned.sideNotePlaces(box, read, plan)];
      const noteArea = ([left, top, , bottom]: PageText["area"], page: number): Pick<PageText, "beside"> => {
        const [note, place] = besides.find(([, each]) => each.page === page) ?? [];
        if (note === undefined || !place) return {};
        const start = left + points(place.x);
        return { beside: [start, top, start + points(read.notes[note]!.offsetWidth), bottom] };
      };
      const piecesOn = (page: number): TextPiece[] => [
        ...texts[page]!.flatMap(({ text, parent }) => findings.pieceOf(text, parent)),
        ...[...floated, ...noted, ...generated].flatMap(([on, piece]) => (on === page ? [piece] : [])),
      ];
      window.colophonText = {
        units: findings.units(),
        pages: plan.pages.map(
          (_, page): PageText => ({
            area: areas[furniture.of[page]!]!,
            ...noteArea(areas[furniture.of[page]!]!, page),
            ...(isRightToLeft && { isRightToLeft: true }),
            pieces: piecesOn(page),
            margins: furniture.margins[furniture.of[page]!]!,
          }),
        ),
      };
    },
  };
}
