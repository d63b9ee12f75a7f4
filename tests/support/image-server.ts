/** A web server with images, which counts what is asked of it and can misbehave in most ways. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach } from "vitest";

export type Serving = (request: IncomingMessage, response: ServerResponse) => void;

export interface ImageServer {
  /** `http://127.0.0.1:<port>`; known once the tests of the file have begun. */
  address(): string;
  /** Method and path of what was asked since the test began, such as `GET /a.png`. */
  asked(): readonly string[];
  /** The largest number of requests that were open at once. */
  together(): number;
  /** Sets what a path answers. */
  on(path: string, serving: Serving): void;
}

/** To be called once in a test file, outside of the tests. */
export function imageServer(): ImageServer {
  const paths = new Map<string, Serving>();
  let asked: string[] = [];
  let open = 0;
  let together = 0;
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    open += 1;
    together = Math.max(together, open);
    response.once("close", () => {
      open -= 1;
    });
    const serving = paths.get(request.url ?? "");
    if (serving) serving(request, response);
    else response.writeHead(404).end("none");
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  beforeEach(() => {
    asked = [];
    together = 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    address: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    together: () => together,
    on: (path, serving) => void paths.set(path, serving),
  };
}
