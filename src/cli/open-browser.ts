/** Opens an address in the user's browser; the address is printed too, so it is no fault when that fails. */
import { spawn } from "node:child_process";

const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

export function openBrowser(url: string, platform: NodeJS.Platform = process.platform): void {
  const [program, ...options] = OPENERS[platform] ?? ["xdg-open"];
  const child = spawn(program, [...options, url], { detached: true, stdio: "ignore" });
  child.on("error", () => undefined);
  child.unref();
}
