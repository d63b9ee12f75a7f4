/** Print as a format: pages that a browser lays out, put together to one PDF. */
import type { PdfEdition } from "../../model/publication.js";
import type { FormatMaker } from "../format.js";
import { isPdf } from "./check/kind.js";
import { browserIdentity } from "./paginate/browser/identity.js";

export const pdf: FormatMaker = {
  prepare: ({ pool }, files = 1) => pool.prepare(files),
  identity: async (environment) => [await browserIdentity(environment)],
  async make(book, context) {
    const { publishPdf } = await import("./index.js");
    return await publishPdf(book, book.edition as PdfEdition, context);
  },
  files: {
    recognises: isPdf,
    async check(bytes) {
      const { checkPdf } = await import("./check/check.js");
      const { findings, addresses } = await checkPdf(bytes);
      const links = [...addresses].map(([address, page]) => ({ address, where: `page ${page}` }));
      return { findings, links };
    },
  },
};
