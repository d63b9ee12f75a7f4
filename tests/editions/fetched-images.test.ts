/** Images on the web: nothing is fetched unless whoever builds allows it, and then by the program alone. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { findBrowser } from "../../src/formats/pdf/paginate/browser/find.js";
import type { BuildRequest } from "../../src/model/build.js";
import { colophon, diagnosticsOf } from "../support/command-line.js";
import { readEpub } from "../support/epub.js";
import { imageServer } from "../support/image-server.js";
import { readPdf } from "../support/pdf.js";
import { build } from "../support/program.js";
import { temporaryFolders } from "../support/temporary-folders.js";

const folders = temporaryFolders();
const server = imageServer();
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const SVG = (size: number, more = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="9" height="9"/>${more}</svg>`;
const YAML = `title: A Book
language: en
date: 2026
bodymatter: [{ file: one.md }]
editions:
  print: { format: pdf, trim: a6 }
  ebook: { format: epub, page-source: none }
`;

beforeAll(async () => {
  vi.stubEnv("COLOPHON_BROWSER", (await findBrowser()).executablePath);
  server.on("/a.png", (_, response) => response.end(PNG));
  server.on("/evil.svg", (_, response) =>
    response.end(SVG(9, `<script>EVIL()</script><image href="${server.address()}/inner.png"/>`)),
  );
});
beforeEach(async () => {
  vi.stubEnv("COLOPHON_CACHE", await folders.make());
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const bookWith = (text: string) =>
  folders.make({
    "package.json": "{}",
    "book/publication.yaml": YAML,
    "book/content/one.md": `# One\n\n${text.replaceAll("%", server.address())}\n`,
  });

async function built(project: string, request: Partial<BuildRequest> = {}) {
  const { editions, diagnostics } = await build({
    publications: [join(project, "book")],
    out: join(project, "out"),
    editions: ["ebook"],
    jobs: 1,
    ...request,
  });
  const said = diagnostics.flatMap((each) => each.diagnostics);
  const bytes = editions[0]?.path === undefined ? undefined : await readFile(editions[0].path);
  return { editions, bytes, said: said.map(({ code, message, location }) => ({ code, message, location })) };
}

const epubOf = async ({ bytes }: { bytes?: Buffer | undefined }) => readEpub(new Uint8Array(bytes!));

describe("an image on the web", () => {
  it("is left out, and nothing is sent, when nothing allows it", async () => {
    const project = await bookWith("Words.\n\n![A dot](%/a.png)");
    const { editions, said, bytes } = await built(project);
    expect(editions).toMatchObject([{ status: "published" }]);
    const epub = await epubOf({ bytes });
    expect(epub.read("EPUB/one.xhtml")).toContain(
      `<a class="remote-image" href="${server.address()}/a.png">A dot</a>`,
    );
    expect(said).toEqual([
      {
        code: "remote-image",
        message: `The image \`${server.address()}/a.png\` is on the web, and nothing allows fetching it`,
        location: { file: "content/one.md", line: 5, column: 1 },
      },
    ]);
    expect(server.asked()).toEqual([]);
  });

  it("is left out when something else is allowed, or when only the manuscript allows it", async () => {
    const project = await bookWith("![A dot](%/a.png)");
    const { port } = new URL(server.address());
    for (const entry of [
      "images.example.org",
      `localhost:${port}`,
      `https://127.0.0.1:${port}`,
      `${server.address()}/b/`,
    ])
      expect((await built(project, { allowFetch: [entry] })).said).toMatchObject([{ code: "remote-image" }]);
    await writeFile(join(project, "book/publication.yaml"), `allow-fetch: ["${server.address()}"]\n${YAML}`);
    await writeFile(
      join(project, "book/colophon.config.mjs"),
      `export default { allowFetch: ["${server.address()}"] };`,
    );
    const run = await colophon(project, "build", "book", "-e", "ebook", "--json");
    expect(diagnosticsOf(run).join("\n")).toContain("remote-image");
    expect(server.asked()).toEqual([]);
  });

  it("is fetched once for all editions, and shown in the PDF and the ebook", async () => {
    const project = await bookWith("![A dot](%/a.png)\n\n![The same](%/a.png#part){width=20mm}");
    const request = { allowFetch: [server.address()], editions: ["print", "ebook"], cache: "none" } as const;
    const { editions, said } = await built(project, request);
    expect(said.filter(({ code }) => code !== "low-resolution")).toEqual([]);
    expect(server.asked()).toEqual(["GET /a.png"]);
    const epub = await readEpub(
      new Uint8Array(await readFile(editions.find((each) => each.format === "epub")!.path!)),
    );
    expect(epub.names.filter((name) => name.endsWith(".png"))).toEqual(["EPUB/images/a.png"]);
    expect(epub.names.map(epub.read).join("\n")).not.toContain(server.address());
    const pdf = await readPdf(
      new Uint8Array(await readFile(editions.find((each) => each.format === "pdf")!.path!)),
    );
    expect(pdf.pages.length).toBeGreaterThan(0);
  });

  it("is asked for again by the next build, which makes nothing anew while it is the same", async () => {
    let content = SVG(9);
    server.on("/changing.svg", (request, response) => {
      const etag = `"${content.length}"`;
      if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
      else response.setHeader("ETag", etag).end(content);
    });
    const project = await bookWith("![A square](%/changing.svg)");
    const request = { allowFetch: [server.address()] };
    const first = await built(project, request);
    const again = await built(project, request);
    expect(again.editions).toMatchObject([{ status: "published", reused: true }]);
    content = SVG(1234);
    const changed = await built(project, request);
    expect(changed.editions[0]).not.toHaveProperty("reused");
    expect(changed.bytes!.equals(first.bytes!)).toBe(false);
    content = SVG(9);
    const back = await built(project, request);
    expect(back.bytes!.equals(first.bytes!)).toBe(true);
    // What was allowed once is not allowed for ever.
    expect((await built(project)).said).toMatchObject([{ code: "remote-image" }]);
    expect(server.asked()).toHaveLength(4);
  });

  it("gives the same bytes with and without a cache", async () => {
    const project = await bookWith("![A dot](%/a.png)");
    const request = { allowFetch: [server.address()] };
    const first = await built(project, request);
    const fresh = await built(project, { ...request, cache: "none" });
    expect(fresh.bytes!.equals(first.bytes!)).toBe(true);
  });

  it("is looked at like a file: a drawing loses its scripts, and what it names is not fetched", async () => {
    const project = await bookWith("![A drawing](%/evil.svg)");
    const result = await built(project, { allowFetch: [server.address()] });
    expect(result.said).toMatchObject([{ code: "unsafe-image" }]);
    const epub = await epubOf(result);
    expect(epub.names.map(epub.read).join("\n")).not.toMatch(/EVIL|inner\.png/);
    expect(server.asked()).toEqual(["GET /evil.svg"]);
  });

  it("may be allowed on the command line and in the configuration, in builds and checks", async () => {
    const project = await bookWith("![A dot](%/a.png)");
    const option = ["--allow-fetch", server.address()];
    expect((await colophon(project, "check", "book", "-q", "--no-config", ...option)).stderr).not.toContain(
      "remote-image",
    );
    expect((await colophon(project, "build", "book", "-q", "--strict", "-e", "ebook", ...option)).code).toBe(
      0,
    );
    await writeFile(
      join(project, "colophon.config.mjs"),
      `export default { allowFetch: ["${server.address()}"] };`,
    );
    expect((await colophon(project, "build", "book", "-q", "--strict", "-e", "ebook")).code).toBe(0);
    const without = ["--strict", "-e", "ebook", "--no-config"];
    expect((await colophon(project, "build", "book", "-q", ...without)).code).toBe(1);
    const wrong = await colophon(project, "build", "book", "--allow-fetch", "*");
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain("`*` is not a host or an address");
    expect((await built(project, { allowFetch: ["ftp://a.test"] })).said).toMatchObject([
      { code: "bad-allow-list" },
    ]);
  });

  it("may lie behind a script that the server runs, with another ending or none", async () => {
    server.on("/cover?id=7", (_, response) => response.end(PNG));
    const result = await built(await bookWith("![A cover](%/cover?id=7)"), {
      allowFetch: [server.address()],
    });
    expect(result.said).toEqual([]);
    expect((await epubOf(result)).names.join("\n")).toMatch(/^EPUB\/images\/cover-\w+\.png$/m);
  });
});

describe("an image that is allowed but cannot be had", () => {
  const cases: readonly (readonly [claim: string, path: string, reason: RegExp])[] = [
    ["is not there", "/gone.png", /cannot be fetched: 404 Not Found/],
    ["is larger than the limit says", "/large.png", /larger than 1 MiB/],
    ["is larger than it says itself", "/liar.png", /larger than 1 MiB/],
    ["does not come in time", "/slow.png", /did not come within 1 seconds/],
    ["comes drop by drop", "/drops.png", /did not come within 1 seconds/],
    [
      "leads somewhere else",
      "/away.png",
      /redirected to `http:\/\/localhost:9\/x.png`, which is not allowed/,
    ],
    ["leads to a file", "/file.png", /redirected to `file:\/\/\/etc\/passwd`, which is not allowed/],
    ["leads in a circle", "/circle.png", /redirected more than 5 times/],
    ["is broken off", "/broken.png", /cannot be fetched: /],
    ["comes packed", "/packed.png", /packed as `gzip`/],
    ["is no image", "/page.png", /is an? document|not a drawing/],
    ["is cut short", "/short.png", /is cut short/],
  ];
  beforeAll(() => {
    const redirect = (path: string, to: string) =>
      server.on(path, (_, response) => response.writeHead(302, { Location: to }).end());
    server.on("/large.png", (_, response) => response.end(Buffer.alloc(2 * 1024 * 1024)));
    server.on("/liar.png", (_, response) => {
      response.write(Buffer.alloc(1024 * 1024));
      response.end(Buffer.alloc(1024 * 1024));
    });
    server.on("/slow.png", () => undefined);
    server.on("/drops.png", (_, response) => {
      const drops = setInterval(() => response.write("x"), 100);
      response.once("close", () => clearInterval(drops));
    });
    redirect("/away.png", "http://localhost:9/x.png");
    redirect("/file.png", "file:///etc/passwd");
    redirect("/circle.png", "/circle.png");
    server.on("/broken.png", (_, response) => {
      response.writeHead(200, { "Content-Length": "1000" });
      response.write(PNG);
      setTimeout(() => response.destroy(), 50);
    });
    server.on("/packed.png", (_, response) => response.setHeader("Content-Encoding", "gzip").end(PNG));
    server.on("/page.png", (_, response) => response.end("<html><body>Sign in</body></html>"));
    server.on("/short.png", (_, response) => response.end(PNG.subarray(0, 50)));
  });

  it.each(cases)(
    "because it %s is told at its place, and leaves its description",
    async (_, path, reason) => {
      const project = await bookWith(`Words.\n\n![A dot](%${path})`);
      const { said, bytes } = await built(project, {
        allowFetch: [server.address()],
        limits: { image: 1, fetch: 1 },
      });
      expect((await epubOf({ bytes })).read("EPUB/one.xhtml")).toContain(">A dot</a>");
      expect(said.map(({ message }) => message)).toEqual([expect.stringMatching(reason)]);
      expect(said[0]!.location).toEqual({ file: "content/one.md", line: 5, column: 1 });
    },
  );

  it("because its name leads into a private network is told, and nothing is sent", async () => {
    const { port } = new URL(server.address());
    const project = await bookWith(`![A dot](http://localtest.localhost:${port}/a.png)`);
    const { said } = await built(project, { allowFetch: [`http://localtest.localhost:${port}`] });
    expect(said).toMatchObject([{ code: "image-not-fetched" }]);
    expect(server.asked()).toEqual([]);
  });

  it("follows redirects inside of the list, one request at a time for a host", async () => {
    server.on("/hop.png", (_, response) => response.writeHead(301, { Location: "/a.png" }).end());
    for (const name of ["1", "2", "3", "4"])
      server.on(`/${name}.png`, (_, response) => void setTimeout(() => response.end(PNG), 30));
    const images = ["hop", "1", "2", "3", "4"].map((name) => `![Dot](%/${name}.png)`).join("\n\n");
    const { said } = await built(await bookWith(images), { allowFetch: [server.address()] });
    expect(said).toEqual([]);
    expect(server.asked()).toHaveLength(6);
    expect(server.together()).toBe(1);
  });

  it("is what a redirect leads to now, though an older image is not newer than the one before", async () => {
    const versions: Readonly<Record<string, { svg: string; modified: string }>> = {
      "/v1.svg": { svg: SVG(11), modified: "Thu, 01 Jan 2026 00:00:00 GMT" },
      "/v2.svg": { svg: SVG(22), modified: "Fri, 01 May 2026 00:00:00 GMT" },
    };
    let current = "/v2.svg";
    server.on("/latest.svg", (_, response) => response.writeHead(302, { Location: current }).end());
    for (const [path, { svg, modified }] of Object.entries(versions))
      server.on(path, (request, response) => {
        const since = request.headers["if-modified-since"];
        const isUnchanged = since !== undefined && Date.parse(modified) <= Date.parse(since);
        if (isUnchanged) response.writeHead(304).end();
        else response.writeHead(200, { "Last-Modified": modified }).end(svg);
      });
    const project = await bookWith("![A dot](%/latest.svg)");
    const first = await built(project, { allowFetch: [server.address()] });
    current = "/v1.svg";
    const second = await built(project, { allowFetch: [server.address()] });
    expect(second.said).toEqual([]);
    expect(second.bytes?.equals(first.bytes!)).toBe(false);
  });
});
