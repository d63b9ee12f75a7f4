/**
 * How puppeteer talks to a browser that we have started: JSON texts with a NUL after each, through two pipes
 * (Chrome DevTools Protocol, `--remote-debugging-pipe`). Faster than a socket for what is large: fonts,
 * pictures, printed pages.
 */
import type { Readable, Writable } from "node:stream";
import type { ConnectionTransport } from "puppeteer-core";

/**
 * @param write the browser reads from it: its descriptor 3.
 * @param read the browser writes to it: its descriptor 4.
 */
export function pipeTransport(write: Writable, read: Readable): ConnectionTransport {
  let begun: Buffer[] = [];
  const transport: ConnectionTransport = {
    send(message) {
      if (write.destroyed) return;
      write.write(message);
      write.write("\0");
    },
    close() {
      read.destroy();
      write.destroy();
    },
  };
  read.on("data", (part: Buffer) => {
    let start = 0;
    for (let end = part.indexOf(0); end !== -1; end = part.indexOf(0, start)) {
      const message = Buffer.concat([...begun, part.subarray(start, end)]).toString("utf8");
      begun = [];
      start = end + 1;
      // What one message sets off is done before the next one comes.
      setImmediate(() => transport.onmessage?.(message));
    }
    if (start < part.length) begun.push(part.subarray(start));
  });
  read.once("close", () => transport.onclose?.());
  return transport;
}
