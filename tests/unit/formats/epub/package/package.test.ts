import { describe, expect, it } from "vitest";
import { texts } from "../../../../support/xml.js";
import { METADATA, makeBook, PIXEL, publish } from "../book.js";
import { EVERYTHING } from "../content.js";

const refined = (id: string, property: string) => `//opf:meta[@refines='#${id}'][@property='${property}']`;

describe("the package document", () => {
  it("has the ISBN as unique identifier and the work's identifier after it", async () => {
    const { read } = await publish(EVERYTHING);
    const opf = await read("package.opf");
    expect(texts(opf, "//dc:identifier[@id=/opf:package/@unique-identifier]")).toEqual([
      "urn:isbn:9780306406157",
    ]);
    expect(texts(opf, "//dc:identifier")).toEqual([METADATA.identifier, METADATA.workIdentifier]);
    expect(texts(opf, refined("identifier", "identifier-type"))).toEqual(["15"]);
  });

  it("tells title from subtitle", async () => {
    const { read } = await publish(EVERYTHING);
    const opf = await read("package.opf");
    expect(texts(opf, "//dc:title")).toEqual([METADATA.title, METADATA.subtitle]);
    expect(texts(opf, refined("title", "title-type"))).toEqual(["main"]);
    expect(texts(opf, refined("subtitle", "title-type"))).toEqual(["subtitle"]);
  });

  it("names authors as creators, others as contributors, with role and sort name", async () => {
    const { read } = await publish(EVERYTHING);
    const opf = await read("package.opf");
    expect(texts(opf, "//dc:creator")).toEqual(["Ada Marsh", "Ben Reed"]);
    expect(texts(opf, "//dc:contributor")).toEqual(["Cleo Sedge"]);
    expect(texts(opf, refined("creator-1", "file-as"))).toEqual(["Marsh, Ada"]);
    expect(texts(opf, refined("creator-2", "file-as"))).toEqual([]);
    expect(texts(opf, refined("contributor-1", "role"))).toEqual(["trl"]);
  });

  it("names an editor as creator of a book without an author", async () => {
    const contributors = [
      { name: "Ed", role: "edt" },
      { name: "Tr", role: "trl" },
    ];
    const { read } = await publish({ ...EVERYTHING, metadata: { contributors } });
    expect(texts(await read("package.opf"), "//dc:creator")).toEqual(["Ed"]);
  });

  it("gives subjects of a scheme their authority and term", async () => {
    const { read } = await publish(EVERYTHING);
    const opf = await read("package.opf");
    expect(texts(opf, "//dc:subject")).toEqual(["Wetlands", "birds", "NAT004000"]);
    expect(texts(opf, refined("subject-1", "authority"))).toEqual(["Thema"]);
    expect(texts(opf, refined("subject-1", "term"))).toEqual(["RGBL"]);
    expect(texts(opf, refined("subject-2", "authority"))).toEqual([]);
  });

  it("places the book in its series", async () => {
    const { read } = await publish(EVERYTHING);
    const opf = await read("package.opf");
    expect(texts(opf, "//opf:meta[@property='belongs-to-collection']")).toEqual(["Field books"]);
    expect(texts(opf, refined("series", "group-position"))).toEqual(["0"]);
  });

  it("lists the languages of its sections after its own", async () => {
    const { read } = await publish(EVERYTHING);
    expect(texts(await read("package.opf"), "//dc:language")).toEqual(["en", "fr"]);
  });

  it("declares SVG and MathML on the documents that hold them, and on no other", async () => {
    const { read } = await publish(EVERYTHING);
    const opf = await read("package.opf");
    expect(texts(opf, "//opf:item[contains(@properties,'svg')]/@href")).toEqual(["reeds.xhtml"]);
    expect(texts(opf, "//opf:item[contains(@properties,'mathml')]/@href")).toEqual(["reeds.xhtml"]);
    expect(texts(opf, "//opf:item[@properties='nav']/@href")).toEqual(["nav.xhtml"]);
  });

  it("lists every file of the archive once", async () => {
    const { names, read } = await publish(EVERYTHING);
    const listed = texts(await read("package.opf"), "//opf:item/@href").map((href) => `EPUB/${href}`);
    const own = ["mimetype", "META-INF/container.xml", "EPUB/package.opf"];
    expect([...listed].sort()).toEqual(names.filter((name) => !own.includes(name)).sort());
  });

  it("packages only images that a section shows, once each", async () => {
    const png = { mediaType: "image/png", bytes: PIXEL };
    const { names } = await publish({
      resources: { "a/x.png": png, "b/X.png": png, "unused.png": png },
      sections: [
        {
          id: "c",
          title: "C",
          html: '<p><img src="a/x.png" alt="x"><img src="b/X.png" alt="X"><img src="a/x.png" alt="x"></p>',
        },
      ],
    });
    const images = names.filter((name) => name.endsWith(".png"));
    expect(images).toHaveLength(2);
    expect(new Set(images.map((name) => name.toLowerCase())).size).toBe(2);
  });

  it("reads in the order of the book, cover first, contents where the book has them", async () => {
    const { read } = await publish(EVERYTHING);
    const opf = await read("package.opf");
    const spine = texts(opf, "//opf:itemref/@idref");
    const own = makeBook(EVERYTHING).sections.map(({ id, role }) =>
      role === "toc" ? "nav" : `section-${id}`,
    );
    expect(spine).toEqual(["cover", ...own]);
  });
});
