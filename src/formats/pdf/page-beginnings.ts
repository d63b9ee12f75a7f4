/** What an ebook has to know of the pages: their folios and where each begins in the text. */
import type { PageBeginning, PrintPages } from "../../model/pages.js";
import type { Survey } from "./paginate/engine/survey.js";
import { folioOf, type PlacedRun } from "./paginate/folios.js";
import type { Pagination } from "./paginate/paginate.js";

export function pagesOf({ placed, laidOut, history }: Pagination): PrintPages {
  const beginnings = placed.flatMap((run, index) => beginningsIn(run, laidOut[index]!.survey));
  return { beginnings, folios: history.folios };
}

function beginningsIn(placed: PlacedRun, survey: Survey): PageBeginning[] {
  const firstPages = new Map<string, number>();
  const firstIds = new Map<number, string>();
  for (const { id, page } of survey.anchors) {
    if (!firstPages.has(id)) firstPages.set(id, page);
    if (!firstIds.has(page) && firstPages.get(id) === page) firstIds.set(page, id);
  }
  return survey.pages.flatMap((page, number): PageBeginning[] => {
    if (page.blank) return [];
    const section = sectionAt(placed.run.sections, firstPages, number);
    const anchor = firstIds.get(number);
    return [
      {
        folio: folioOf(placed, number),
        section,
        ...(page.begins === undefined ? {} : { place: page.begins }),
        ...(anchor === undefined ? {} : { anchor }),
      },
    ];
  });
}

/** The last section of the run that has begun by the page. */
function sectionAt(
  sections: readonly string[],
  firstPages: ReadonlyMap<string, number>,
  page: number,
): string {
  const begun = sections.filter((id) => (firstPages.get(id) ?? 0) <= page);
  return begun.at(-1) ?? sections[0]!;
}
