/** The part of fontkit that embedding a font needs; the package has no types of its own. */
declare module "fontkit" {
  import type { PDFDocument } from "@cantoo/pdf-lib";

  type Fontkit = Parameters<PDFDocument["registerFontkit"]>[0];
  export const create: Fontkit["create"];
}
