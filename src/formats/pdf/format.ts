/** Print as a format: pages that a browser lays out, put together to one PDF. */
import type { PdfEdition } from "../../model/publication.js";
import type { FormatMaker } from "../format.js";
import { isPdf } from "./check/is-pdf.js";
import { browserFault } from "./fault.js";
import { askBrowsersAgain } from "./paginate/browser/find.js";
import { browserIdentity } from "./paginate/browser/identity.js";
import { openPool } from "./paginate/pool.js";

export const pdf: FormatMaker = {
  open({ jobs, limits, signal, handlers }) {
    const pool = openPool(jobs, limits, signal, handlers);
    return {
      prepare: (files = 1) => pool.prepare(files),
      async make(book, context) {
        const { publishPdf } = await import("./index.js");
        return await publishPdf(book, book.edition as PdfEdition, { ...context, pool });
      },
      tryAgain() {
        askBrowsersAgain();
        pool.tryAgain();
      },
      close: pool.close,
    };
  },
  async knownTexts(store, surroundings) {
    const { sectionStore } = await import("./sections/section-store.js");
    const names = await sectionStore(store).read("texts", surroundings);
    return names && new Set(names);
  },
  identity: async (environment) => [await browserIdentity(environment)],
  faultOf: browserFault,
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
