/**
 * The entry of puppeteer-core that connects to browsers and starts none. Its own types declare the classes of the
 * main entry a second time: here they are the same.
 */
declare module "puppeteer-core/internal/puppeteer-core-browser.js" {
  import type { Browser, ConnectOptions } from "puppeteer-core";

  const puppeteer: { connect(options: ConnectOptions): Promise<Browser> };
  export default puppeteer;
}
