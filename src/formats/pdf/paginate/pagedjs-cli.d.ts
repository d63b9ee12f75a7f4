/** What is used of pagedjs-cli, which has no types of its own. */
declare module "pagedjs-cli" {
  import type { Page } from "puppeteer-core";

  export default class Printer {
    constructor(options: { closeAfter: boolean; timeout: number });
    browser: { newPage(): Promise<Page> };
    on(event: "page", listener: () => void): void;
    render(input: { html: string }): Promise<Page>;
  }
}
