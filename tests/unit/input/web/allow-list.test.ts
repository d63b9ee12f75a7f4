import { describe, expect, it } from "vitest";
import { allowList, readEntry } from "../../../../src/input/web/allow-list.js";

const has = (entry: string, address: string) => allowList([entry]).has(new URL(address));

describe("a list of what may be fetched", () => {
  it.each([
    ["images.example.org", "https://images.example.org/a/b.png?x=1"],
    ["IMAGES.example.org", "https://images.example.org/"],
    ["https://images.example.org", "https://images.example.org/a.png"],
    ["https://images.example.org:443/", "https://images.example.org/a.png"],
    ["images.example.org:8443", "https://images.example.org:8443/a.png"],
    ["http://images.example.org", "http://images.example.org/a.png"],
    ["*.example.org", "https://a.b.example.org/c.png"],
    ["https://example.org/covers/", "https://example.org/covers/2026/a.png"],
    ["https://example.org/a.png", "https://example.org/a.png"],
    ["bücher.example", "https://xn--bcher-kva.example/a.png"],
    ["http://[::1]:8080", "http://[::1]:8080/a.png"],
  ])("with %s has %s", (entry, address) => {
    expect(has(entry, address)).toBe(true);
  });

  it.each([
    ["images.example.org", "http://images.example.org/a.png"],
    ["images.example.org", "https://images.example.org:8443/a.png"],
    ["images.example.org", "https://images.example.org.evil.test/a.png"],
    ["images.example.org", "https://evil.test/images.example.org"],
    ["images.example.org", "https://images.example.org@evil.test/a.png"],
    ["images.example.org", "https://me:secret@images.example.org/a.png"],
    ["images.example.org", "https://a.images.example.org/a.png"],
    ["*.example.org", "https://example.org/a.png"],
    ["*.example.org", "https://evilexample.org/a.png"],
    ["https://example.org/covers/", "https://example.org/covers"],
    ["https://example.org/covers/", "https://example.org/covers/../secret.png"],
    ["https://example.org/covers/", "https://example.org/covers/%2e%2e/secret.png"],
    ["https://example.org/a.png", "https://example.org/a.png.exe"],
    ["http://127.0.0.1:80", "http://2130706434/"],
  ])("with %s does not have %s", (entry, address) => {
    expect(has(entry, address)).toBe(false);
  });

  it.each([
    "",
    "*",
    "*.org",
    "https://",
    "ftp://example.org",
    "file:///etc/passwd",
    "a b",
    "https://a.test/?x",
    "me@a.test",
    "*.127.0.0.1",
    "a.*.test",
  ])("cannot have %j", (entry) => {
    expect(readEntry(entry)).toBeTypeOf("string");
    expect(() => allowList([entry])).toThrow();
  });
});

describe("an address of a private network", () => {
  const PRIVATE =
    "0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 169.254.169.254 172.16.0.1 192.168.1.1 198.18.0.1 224.0.0.1 255.255.255.255 ::1 :: ::ffff:127.0.0.1 ::ffff:10.0.0.1 fc00::1 fd12::1 fe80::1 ff02::1 64:ff9b::7f00:1 2002:7f00:1::";

  it.each(PRIVATE.split(" "))("%s is not reached by a name on the list", (ip) => {
    expect(allowList(["images.example.org"]).reaches(ip)).toBe(false);
  });

  it.each(["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])("%s is none", (ip) => {
    expect(allowList(["images.example.org"]).reaches(ip)).toBe(true);
  });

  it("is reached when it is on the list itself", () => {
    expect(allowList(["10.1.2.3"]).reaches("10.1.2.3")).toBe(true);
    expect(allowList(["10.1.2.3"]).reaches("10.1.2.4")).toBe(false);
    expect(allowList(["http://[::1]:80"]).reaches("::1")).toBe(true);
    expect(allowList(["http://localhost:80"]).reaches("127.0.0.1")).toBe(true);
    expect(allowList(["http://localhost:80"]).reaches("10.0.0.1")).toBe(false);
  });

  it("is no address at all when it is something else", () => {
    expect(allowList(["a.test"]).reaches("nonsense")).toBe(false);
  });
});
