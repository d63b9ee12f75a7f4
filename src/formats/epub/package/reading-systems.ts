/**
 * What particular reading systems and shops need beyond the standard, in one place.
 *
 * What they all share is in the package itself: one document a section, the contents as
 * navigation document and NCX with the same nesting, `cover-image` in both spellings.
 */
import type { Landmark } from "./navigation.js";
import type { PackagedFile } from "./packaged-file.js";

/**
 * Kindle makes its own cover page from the cover image and would show ours as a second one; out of
 * the linear order it does not. Kobo wants the cover page first in the spine all the same.
 */
export const COVER_SPINE_ITEM = { id: "cover", linear: "no" } as const;

/** Landmarks by the names that the guide of EPUB 2 has for them. */
const GUIDE_TYPES: Readonly<Record<string, string>> = { cover: "cover", toc: "toc", bodymatter: "text" };

export interface GuideReference {
  readonly type: string;
  readonly href: string;
  readonly title: string;
}

/** Kindle, and readers built on Adobe's engine, find cover, contents and start of the text by the old guide. */
export function guide(landmarks: readonly Landmark[]): GuideReference[] {
  return landmarks.flatMap(({ type, href, title }) => {
    const known = GUIDE_TYPES[type];
    return known === undefined ? [] : [{ type: known, href, title }];
  });
}

/** Apple Books shows the fonts of a book, and its pages as they are, only when this file says that it has such. */
export function appleDisplayOptions(options: Readonly<Record<string, boolean>>): PackagedFile[] {
  const set = Object.keys(options).filter((name) => options[name]);
  if (set.length === 0) return [];
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<display_options>
<platform name="*">
${set.map((name) => `<option name="${name}">true</option>`).join("\n")}
</platform>
</display_options>
`;
  return [{ path: "META-INF/com.apple.ibooks.display-options.xml", content }];
}
