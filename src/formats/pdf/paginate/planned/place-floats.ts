/** Puts figures that float at the heads and feet of the pages that they are planned on. */
import type { PagePlan } from "../../plan/galley.js";
import type { GalleyBox, ReadGalley } from "./galley-types.js";

export function placeFloatsOnPages(): void {
  const heightOf = ({ floats }: ReadGalley, indexes: readonly number[] = []): number =>
    indexes.reduce((sum, index) => sum + floats[index]!.height, 0);

  /** Where figures at the foot begin: above the notes; where a section ends, below its text. */
  const footOf = (read: ReadGalley, plan: PagePlan, page: number): number => {
    const { galley } = read;
    const { from, to, notes, floats } = plan.pages[page]!;
    const { heightOfPart, headHeight, shiftOf } = window.colophonPlanned;
    const next = galley.strips[to];
    if (next === undefined || next.forced !== undefined) {
      if (from === to) return headHeight(read, plan, page);
      const { start, head = 0 } = galley.strips[from]!;
      return (next?.end ?? galley.end) - start + head + shiftOf(read, plan, page, to - 1);
    }
    const noted = notes.reduce(
      (sum, part) => sum + heightOfPart(galley, part),
      notes.length > 0 ? galley.noteOverhead : 0,
    );
    return galley.height - noted - heightOf(read, floats?.foot);
  };

  window.colophonPlanned = {
    ...window.colophonPlanned,
    headHeight: (read, { pages }, page) => heightOf(read, pages[page]!.floats?.head),
    floatPlaces(read, plan) {
      const places = read.floats.map(() => ({ page: 0, y: 0 }));
      plan.pages.forEach(({ floats }, page) => {
        if (!floats) return;
        let y = 0;
        for (const index of floats.head) {
          places[index] = { page, y };
          y += read.floats[index]!.height;
        }
        y = footOf(read, plan, page);
        for (const index of floats.foot) {
          const { gap, height } = read.floats[index]!;
          places[index] = { page, y: y + gap };
          y += height;
        }
      });
      return places;
    },
    floatsToPlace({ printedHeight }: GalleyBox, read, plan) {
      const places = window.colophonPlanned.floatPlaces(read, plan);
      return () => {
        places.forEach(({ page, y }, index) => {
          read.floats[index]!.element.style.top = `${page * printedHeight + y}px`;
        });
      };
    },
  };
}
