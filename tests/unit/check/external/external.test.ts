/** External links are asked for politely, and only when somebody wants that. A local server counts. */
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Manners } from "../../../../src/check/external/ask.js";
import { checkLinks } from "../../../../src/check/external/links.js";
import { colophon } from "../../../support/command-line.js";
import { temporaryFolders } from "../../../support/temporary-folders.js";

const folders = temporaryFolders();
const MANNERS: Manners = { timeout: 400, retries: 2, pause: 1, longestPause: 2000, userAgent: "Test/1" };

interface Request {
  readonly line: string;
  readonly headers: IncomingMessage["headers"];
  readonly at: number;
}

let server: Server;
let base: string;
let requests: Request[] = [];
let open = 0;
let mostOpen = 0;
let fails = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push({ line: `${request.method} ${request.url}`, headers: request.headers, at: Date.now() });
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    response.on("close", () => {
      open -= 1;
    });
    const path = request.url ?? "";
    if (path === "/slow") return;
    if (path === "/busy" && fails++ < 1) response.writeHead(429, { "Retry-After": "1" });
    else if (path === "/later") response.writeHead(503, { "Retry-After": "3600" });
    else if (path === "/no-head" && request.method === "HEAD") response.writeHead(405);
    else if (path === "/moved") response.writeHead(301, { Location: "/fine" });
    else if (path === "/private") response.writeHead(403);
    else response.writeHead(path.startsWith("/gone") ? 404 : 200);
    setTimeout(() => response.end(request.method === "GET" ? "a page" : undefined), 5);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  requests = [];
  open = 0;
  mostOpen = 0;
  fails = 0;
});

async function check(...paths: string[]): Promise<string[]> {
  const found = await checkLinks(
    paths.map((path) => ({ address: path.includes(":") ? path : base + path })),
    MANNERS,
  );
  return found.map(({ code, message }) => `${code}: ${message.replaceAll(base, "")}`);
}

const lines = () => requests.map(({ line }) => line);

describe("an external link", () => {
  it("that leads somewhere is asked for with HEAD alone", async () => {
    expect(await check("/fine")).toEqual([]);
    expect(lines()).toEqual(["HEAD /fine"]);
    expect(requests[0]?.headers).toMatchObject({ "user-agent": "Test/1" });
    expect(requests[0]?.headers).not.toHaveProperty("cookie");
    expect(requests[0]?.headers).not.toHaveProperty("referer");
  });

  it("is asked for with GET where the server knows no HEAD", async () => {
    expect(await check("/no-head")).toEqual([]);
    expect(lines()).toEqual(["HEAD /no-head", "GET /no-head"]);
  });

  it("that leads nowhere is broken", async () => {
    expect(await check("/gone")).toEqual(["external-link-broken: `/gone` does not exist: 404 Not Found"]);
  });

  it("is followed to where it has moved", async () => {
    expect(await check("/moved")).toEqual([]);
  });

  it("that the server will not speak of is not called broken", async () => {
    expect(await check("/private")).toEqual([
      "external-link-unanswered: `/private` could not be checked: 403 Forbidden",
    ]);
  });

  it("is asked for again no sooner than the server wants", async () => {
    expect(await check("/busy")).toEqual([]);
    expect(lines()).toEqual(["HEAD /busy", "HEAD /busy"]);
    expect(requests[1]!.at - requests[0]!.at).toBeGreaterThanOrEqual(950);
  });

  it("is given up when the server wants more patience than there is", async () => {
    expect(await check("/later")).toHaveLength(1);
    expect(lines()).toEqual(["HEAD /later"]);
  });

  it("without an answer is given up after a few tries", async () => {
    expect(await check("/slow")).toEqual([
      "external-link-unanswered: `/slow` could not be checked: no answer in 0.4 s",
    ]);
    expect(requests.length).toBe(3);
  });

  it("to a server that does not exist says so", async () => {
    expect(await check("http://nowhere.invalid/")).toEqual([
      expect.stringMatching(/^external-link-unanswered: .*could not be checked/),
    ]);
  });

  it("that is no address is broken, and nobody is asked", async () => {
    expect(await check("http://[bad")).toEqual([
      "external-link-broken: `http://[bad` does not exist: it is not a web address",
    ]);
  });

  it("is asked for once, however often and wherever in the page it leads", async () => {
    expect(await check("/gone#a", "/gone#b", "/gone")).toHaveLength(3);
    expect(lines()).toEqual(["HEAD /gone", "GET /gone"]);
  });

  it("to one server waits for the one before it", async () => {
    await check(...Array.from({ length: 12 }, (_, index) => `/fine${index}`));
    expect(requests).toHaveLength(12);
    expect(mostOpen).toBe(1);
  });

  it("of another kind is nobody's business", async () => {
    expect(await check("mailto:a@example.org", "ftp://127.0.0.1/x", "file:///etc/passwd")).toEqual([]);
    expect(requests).toEqual([]);
  });

  it("is not waited for after an interrupt", async () => {
    const controller = new AbortController();
    const checked = checkLinks(
      [{ address: `${base}/slow` }],
      { ...MANNERS, timeout: 60_000 },
      controller.signal,
    );
    setTimeout(() => controller.abort(), 50);
    await expect(checked).rejects.toThrow();
  });
});

describe("colophon check", () => {
  const publication = async () =>
    folders.make({
      "book/publication.yaml": "title: T\nlanguage: en\ndate: 2026\nbodymatter: [{ file: a.md }]\n",
      "book/content/a.md": `# A\n\nSee [this](${base}/gone).\n\nA note[^n].\n\n[^n]: <${base}/gone-too>\n`,
    });

  it("sends nothing unless it is told to", async () => {
    const { code } = await colophon(await publication(), "check", "book", "--json");
    expect(code).toBe(0);
    expect(requests).toEqual([]);
  });

  it("tells of external links at their place in the Markdown", async () => {
    const { code, stdout } = await colophon(
      await publication(),
      "check",
      "book",
      "--external-links",
      "--json",
    );
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Record<string, unknown>[] };
    expect(diagnostics.map(({ code: each, file, line, column }) => [each, file, line, column])).toEqual([
      ["external-link-broken", "content/a.md", 3, 5],
      ["external-link-broken", "content/a.md", 7, 7],
    ]);
    expect(code).toBe(0);
  });
});

describe("addresses of other servers that are redirected to one", () => {
  const moving = () =>
    createServer((_, response) => response.writeHead(302, { Location: `${base}/fine` }).end());

  it("do not make it answer two requests at once", async () => {
    const others = [moving(), moving(), moving()];
    await Promise.all(
      others.map((each) => new Promise<void>((resolve) => each.listen(0, "127.0.0.1", resolve))),
    );
    const addresses = others.map((each) => `http://127.0.0.1:${(each.address() as AddressInfo).port}/a`);
    expect(await check("/one", "/two", ...addresses, ...addresses.map((each) => `${each}/b`))).toEqual([]);
    expect(lines().filter((line) => line === "HEAD /fine")).toHaveLength(6);
    expect(mostOpen).toBe(1);
    for (const each of others) each.close();
  });
});
