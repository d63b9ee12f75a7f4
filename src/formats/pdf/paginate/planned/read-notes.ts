/** Reads the notes of a galley: the strip that calls each, where its lines end, and what the area of notes takes itself. */
import type { GalleyNote, Strip } from "../../plan/galley.js";
import type { GalleyBox, ReadNotes, StripsOfFlow } from "./galley-types.js";

export function readGalleyNotes(): void {
  const range = document.createRange();
  /** Of a pixel: letters are moved to whole pixels, lines are not. */
  const NEARLY = 1;

  /** The strip that a call stands in. */
  const stripAt = (strips: readonly Strip[], end: number, y: number): number => {
    const index = strips.findIndex((_, each) => (strips[each + 1]?.end ?? end) > y);
    return index < 0 ? strips.length - 1 : index;
  };

  const noteOf = (
    note: HTMLElement,
    call: HTMLElement,
    { strips, end, top: zero }: StripsOfFlow,
  ): GalleyNote => {
    let box = call.getBoundingClientRect();
    if (box.height === 0 && call.previousSibling) {
      range.selectNode(call.previousSibling);
      box = [...range.getClientRects()].at(-1) ?? box;
    }
    const { bottom, height } = note.getBoundingClientRect();
    const lines = window.colophonPlanned.linesOf([...note.childNodes]);
    const strip = stripAt(strips, end, (box.top + box.bottom) / 2 - zero);
    const pitch = height / lines.length;
    const isEven = lines.every(
      ({ bottom: own }, index) => Math.abs(own - lines[0]!.bottom - index * pitch) < NEARLY,
    );
    // Letters do not stand in the middle of their lines: each line has as much white below it as the last one.
    const below = bottom - (lines.at(-1)?.bottom ?? bottom);
    const ends = lines
      .slice(0, -1)
      .map((line, index) => (isEven ? (index + 1) * pitch : line.bottom + below - (bottom - height)));
    return { strip, lines: [...ends, height] };
  };

  /**
   * What the area of notes takes besides the notes: its rule, the white around them, and what may be wrong about the
   * height of some lines of a note. An area that goes over the foot of its page by a trifle loses its last line there.
   */
  const overheadOf = ({ notes }: GalleyBox): number => {
    const all = [...notes.keys()];
    const area = all[0]?.closest(".pagedjs_footnote_area");
    if (!area) return 0;
    const heights = all.map((note) => note.getBoundingClientRect().height);
    return NEARLY + area.getBoundingClientRect().height - heights.reduce((sum, each) => sum + each, 0);
  };

  window.colophonPlanned = {
    ...window.colophonPlanned,
    readNotes: (box, read, sides): ReadNotes => ({
      notes: [...box.notes].map(([note, call], index) => {
        const side = sides[index];
        return { ...noteOf(note, call, read), ...(side && { beside: side.height }) };
      }),
      noteOverhead: overheadOf(box),
    }),
  };
}
