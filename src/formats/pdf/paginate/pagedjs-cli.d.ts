/** What is used of pagedjs-cli, which has no types of its own. */
declare module "pagedjs-cli" {
  import { EventEmitter } from "node:events";
  import type { Page } from "puppeteer-core";

  export default class Printer extends EventEmitter {
    constructor(options: { closeAfter: boolean; timeout: number });
    /** Milliseconds; 0 is for ever. */
    timeout: number;
    /** The medium of the styles. */
    emulateMedia: string;
    render(input: { readonly html: string }): Promise<Page>;
  }
}
