/** Opens an address in the user's browser; the address is printed too, so it is no fault when that fails. */
import { handOver } from "../runtime/children/hand-over.js";

const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

export function openBrowser(url: string, platform: NodeJS.Platform = process.platform): void {
  const [program, ...options] = OPENERS[platform] ?? ["xdg-open"];
  handOver(program, [...options, url]).catch(() => undefined);
}
