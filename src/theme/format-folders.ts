/** The folders of templates and styles that serve the formats. */
import type { Format } from "../model/publication.js";

export const FORMAT_FOLDERS = { pdf: "print", epub: "epub" } as const satisfies Record<Format, string>;
