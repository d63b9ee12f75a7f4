/** What both kinds of editions can do on the page, so that keys and buttons need not know which is shown. */
import type { Location } from "../../diagnostics/location.js";
import type { EditionState } from "../protocol.js";

export interface ContentsItem {
  readonly title: string;
  /** Page number as printed, for a book with pages. */
  readonly folio?: string;
  readonly go: () => void;
  readonly children: readonly ContentsItem[];
}

/** Where the reader is: what the page field shows. */
export interface Position {
  /** As printed (`iv`, `27`), or the number of the document. */
  readonly label: string;
  readonly total: string;
}

export interface View {
  readonly element: HTMLElement;
  /** Shows the edition's revision; the place stays when another one was shown before. */
  show(edition: EditionState): Promise<void>;
  contents(): Promise<readonly ContentsItem[]>;
  position(): Position;
  /** False when there is no such page. */
  goTo(label: string): boolean;
  /** False when nothing of that file is shown. */
  goToSource(place: Location): boolean;
  /** The block at the top of what is seen. */
  topSource(): string | undefined;
  turn(to: "next" | "previous" | "first" | "last" | "left" | "right"): void;
  scroll(by: 1 | -1): void;
  zoom(how: "in" | "out" | "reset"): void;
  close(): void;
}

/** What a view tells the page around it. */
export interface ViewEvents {
  onMove(): void;
  /** A block was clicked. */
  onSource(source: string): void;
  /** It is to be opened in the editor. */
  onOpen(source: string): void;
}
