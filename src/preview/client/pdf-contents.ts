/** The table of contents of a PDF: its outline, with the folios that its entries lead to. */
import type { PdfRevision } from "./pdf-document.js";
import type { ContentsItem } from "./view.js";

type Destination = string | readonly unknown[];

interface OutlineItem {
  readonly title: string;
  readonly dest: Destination | null;
  readonly items: readonly OutlineItem[];
}

export async function contentsOf(
  revision: PdfRevision,
  follow: (destination: Destination) => Promise<void>,
): Promise<readonly ContentsItem[]> {
  const outline = (await revision.file.getOutline()) as readonly OutlineItem[] | null;
  const items = (level: readonly OutlineItem[]): Promise<ContentsItem[]> => Promise.all(level.map(item));
  const item = async ({ title, dest, items: children }: OutlineItem): Promise<ContentsItem> => {
    const folio = dest ? await folioOf(revision, dest) : undefined;
    return {
      title,
      ...(folio === undefined ? {} : { folio }),
      go: () => void (dest && follow(dest)),
      children: await items(children),
    };
  };
  return items(outline ?? []);
}

async function folioOf({ file, labels }: PdfRevision, dest: Destination): Promise<string | undefined> {
  const explicit = typeof dest === "string" ? await file.getDestination(dest) : dest;
  if (!explicit) return undefined;
  return labels[await file.getPageIndex(explicit[0] as never)];
}
