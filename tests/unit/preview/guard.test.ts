import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import {
  entrance,
  hasOwnHost,
  isEntrance,
  isOwnRequest,
  makeToken,
  mayRead,
} from "../../../src/preview/guard.js";

const request = (headers: Record<string, string>) => ({ headers }) as unknown as IncomingMessage;
const token = makeToken();

describe("the guard of the preview", () => {
  it("answers to the names of this machine on its own port, and to no other", () => {
    for (const host of ["127.0.0.1:4000", "localhost:4000"])
      expect(hasOwnHost(request({ host }), 4000)).toBe(true);
    for (const host of [
      "127.0.0.1:4001",
      "127.0.0.1",
      "evil.example:4000",
      "127.0.0.1:4000.evil.example",
      "",
    ]) {
      expect(hasOwnHost(request({ host }), 4000)).toBe(false);
    }
  });

  it("lets a browser in by the address with the token, and by what it has got there", () => {
    const at = (path: string) => new URL(path, "http://127.0.0.1:4000");
    expect(isEntrance(at(`/?token=${token}`), token)).toBe(true);
    for (const path of ["/", "/?token=", `/?token=${makeToken()}`, `/events?token=${token}`])
      expect(isEntrance(at(path), token)).toBe(false);
    const cookie = entrance(4000, token)["Set-Cookie"]!.split(";")[0]!;
    expect(mayRead(request({ cookie: `other=1; ${cookie}` }), 4000, token)).toBe(true);
    expect(mayRead(request({ cookie }), 4001, token)).toBe(false);
    expect(mayRead(request({ cookie }), 4000, makeToken())).toBe(false);
    expect(mayRead(request({}), 4000, token)).toBe(false);
  });

  it("lets only the page do something that it has served itself", () => {
    const own = { origin: "http://127.0.0.1:4000", "x-colophon-token": token };
    expect(isOwnRequest(request(own), 4000, token)).toBe(true);
    expect(isOwnRequest(request({ ...own, origin: "http://evil.example" }), 4000, token)).toBe(false);
    expect(isOwnRequest(request({ ...own, origin: "null" }), 4000, token)).toBe(false);
    expect(isOwnRequest(request({ ...own, "x-colophon-token": makeToken() }), 4000, token)).toBe(false);
    expect(isOwnRequest(request({ origin: own.origin }), 4000, token)).toBe(false);
  });
});
