/** A web server that only counts: what is asked of it has left the program. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";

export interface CountingServer {
  /** `http://127.0.0.1:<port>`; known once the tests of the file have begun. */
  address(): string;
  /** The paths that were asked for. */
  requests(): readonly string[];
}

/** To be called once in a test file, outside of the tests. */
export function countingServer(): CountingServer {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? "");
    response.end("here");
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => void server.close());
  return {
    address: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
  };
}
