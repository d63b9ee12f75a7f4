import { describe, expect, it } from "vitest";
import { lastingFonts } from "../../../../../src/formats/pdf/paginate/lasting-fonts.js";
import type { Serve } from "../../../../../src/formats/pdf/paginate/loader.js";

const font = (...bytes: number[]) => ({ mediaType: "font/woff2", body: new Uint8Array(bytes) });
const serving =
  (files: Record<string, ReturnType<typeof font>>): Serve =>
  (path) =>
    files[path];

const RULE = '@font-face { src: url("fonts/body%20text.woff2") format("woff2") }';
const addressIn = (html: string) => /url\("([^"]+)"\)/.exec(html)![1]!;

describe("fonts that a browser may keep from run to run", () => {
  it("are served by an address of their own, as something that lasts", () => {
    const { html, serve } = lastingFonts(RULE, serving({ "fonts/body text.woff2": font(1) }));
    expect(serve(addressIn(html))).toEqual({ ...font(1), lasts: true });
  });

  it("have another address when a file of the same name is another font", () => {
    const one = lastingFonts(RULE, serving({ "fonts/body text.woff2": font(1) }));
    const same = lastingFonts(RULE, serving({ "fonts/body text.woff2": font(1) }));
    const other = lastingFonts(RULE, serving({ "fonts/body text.woff2": font(2) }));
    expect(same.html).toBe(one.html);
    expect(addressIn(other.html)).not.toBe(addressIn(one.html));
  });

  it("are nothing but fonts: other files are asked for again", () => {
    const files = { "fonts/body text.woff2": font(1), "resources/plan.png": font(3) };
    const page = `${RULE}<img src="resources/plan.png">`;
    const { html, serve } = lastingFonts(page, serving(files));
    expect(html).toContain('src="resources/plan.png"');
    expect(serve("resources/plan.png")).toEqual(font(3));
  });

  it("that nobody has stay as they are, to be refused", () => {
    const { html, serve } = lastingFonts(RULE, serving({}));
    expect(html).toBe(RULE);
    expect(serve("fonts/body text.woff2")).toBeUndefined();
  });
});
