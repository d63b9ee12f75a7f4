/** What pictures say of their own making. */
import { describe, expect, test } from "vitest";
import { imageOrigin } from "../../../../src/input/images/image-origin.js";

const VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/";
const XMP = (name: string) =>
  `<Iptc4xmpExt:DigitalSourceType>${VOCABULARY}${name}</Iptc4xmpExt:DigitalSourceType>`;

/** A box with its length and type (ISO/IEC 19566-5). */
function box(type: string, ...content: readonly (string | Buffer)[]): Buffer {
  const all = Buffer.concat(content.map((each) => Buffer.from(each as string)));
  const head = Buffer.alloc(4);
  head.writeUInt32BE(all.length + 8);
  return Buffer.concat([head, Buffer.from(type), all]);
}

/** A superbox: a description with a UUID of 16 bytes, flags and a label, then boxes. */
function superbox(kind: string, label: string, ...content: readonly Buffer[]): Buffer {
  return box("jumb", box("jumd", `${kind}${"u".repeat(12)}\x03${label}\0`), ...content);
}

const actions = (...types: readonly string[]) =>
  superbox(
    "cbor",
    "c2pa.actions.v2",
    box("cbor", types.map((each) => `Type ${VOCABULARY}${each}ksoftware`).join()),
  );
const ingredient = (relationship: string, label: string) =>
  superbox("cbor", "c2pa.ingredient.v3", box("cbor", `${relationship} self#jumbf=/c2pa/${label}`));
const manifest = (label: string, ...assertions: readonly Buffer[]) =>
  superbox("c2ma", label, superbox("c2as", "c2pa.assertions", ...assertions));
const store = (...manifests: readonly Buffer[]) => superbox("c2pa", "c2pa", ...manifests);
const png = (content: Buffer) => Buffer.concat([Buffer.from("\x89PNG caBX", "latin1"), content]);

describe("the digital source type in XMP", () => {
  test.each(["trainedAlgorithmicMedia", "digitalCapture", "compositeWithTrainedAlgorithmicMedia"])(
    "%s",
    (name) => {
      expect(imageOrigin(Buffer.from(`\x89PNG ${XMP(name)} IEND`))).toEqual({ sourceType: name });
    },
  );

  test("is not known of a picture that says nothing, or something that is no concept", () => {
    expect(imageOrigin(Buffer.from("a photograph"))).toBeUndefined();
    expect(imageOrigin(Buffer.from(XMP("paintedByHand")))).toBeUndefined();
    expect(imageOrigin(Buffer.from(`history: ${VOCABULARY}trainedAlgorithmicMedia`))).toBeUndefined();
  });
});

describe("content credentials", () => {
  const trained = manifest("urn:1", actions("trainedAlgorithmicMedia"));
  test.each([
    ["what a machine made", [trained], "trainedAlgorithmicMedia"],
    ["a photograph", [manifest("urn:1", actions("digitalCapture"))], "digitalCapture"],
    [
      "a photograph that a machine changed",
      [manifest("urn:1", actions("digitalCapture", "compositeWithTrainedAlgorithmicMedia"))],
      "compositeWithTrainedAlgorithmicMedia",
    ],
    [
      "what a machine made and people changed",
      [trained, manifest("urn:2", ingredient("parentOf", "urn:1"), actions("humanEdits"))],
      "trainedAlgorithmicMedia",
    ],
    [
      "a photograph with something in it that a machine made",
      [trained, manifest("urn:2", ingredient("componentOf", "urn:1"), actions("digitalCapture"))],
      "compositeWithTrainedAlgorithmicMedia",
    ],
    [
      "one that a circle leads to",
      [
        manifest("urn:1", ingredient("parentOf", "urn:2")),
        manifest("urn:2", ingredient("parentOf", "urn:1")),
      ],
      undefined,
    ],
    [
      "one without a name",
      [manifest("", actions("trainedAlgorithmicMedia")), manifest("urn:2", ingredient("parentOf", "x"))],
      undefined,
    ],
    ["another picture of the store", [trained, manifest("urn:2", actions())], undefined],
  ])("%s", (_, manifests, sourceType) => {
    const expected = sourceType === undefined ? { credentials: true } : { sourceType, credentials: true };
    expect(imageOrigin(png(store(...manifests)))).toEqual(expected);
  });

  test("count before XMP, which other programs leave as it was", () => {
    const bytes = Buffer.concat([png(store(trained)), Buffer.from(XMP("digitalCapture"))]);
    expect(imageOrigin(bytes)?.sourceType).toBe("trainedAlgorithmicMedia");
  });

  test("are put together from the segments of a JPEG file", () => {
    const whole = store(manifest("urn:1", actions("digitalCapture", "compositeWithTrainedAlgorithmicMedia")));
    const segment = (index: number, content: Buffer) => {
      const head = Buffer.from([0xff, 0xeb, 0, 0, 0x4a, 0x50, 0, 7, 0, 0, 0, index]);
      head.writeUInt16BE(content.length + head.length - 2, 2);
      return Buffer.concat([head, content]);
    };
    // A name is cut in two.
    const cut = whole.indexOf("compositeWith") + 6;
    const parts = [
      segment(1, whole.subarray(0, cut)),
      segment(2, Buffer.concat([whole.subarray(0, 8), whole.subarray(cut)])),
    ];
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts, Buffer.from([0xff, 0xda, 0, 0])]);
    expect(imageOrigin(jpeg)).toEqual({
      sourceType: "compositeWithTrainedAlgorithmicMedia",
      credentials: true,
    });
  });

  test("stand in a drawing as text", () => {
    const svg = `<svg><metadata><c2pa:manifest>${store(trained).toString("base64")}</c2pa:manifest></metadata></svg>`;
    expect(imageOrigin(Buffer.from(svg))).toEqual({
      sourceType: "trainedAlgorithmicMedia",
      credentials: true,
    });
  });

  test("may be kept elsewhere", () => {
    const xmp = '<rdf:Description dcterms:provenance="https://example.org/manifests/1"/>';
    expect(imageOrigin(Buffer.from(xmp))).toEqual({ credentials: true });
  });

  test("that are broken say nothing, and stop nothing", () => {
    const whole = png(store(trained));
    for (let length = 20; length < whole.length; length += 7) {
      expect(() => imageOrigin(whole.subarray(0, length))).not.toThrow();
    }
  });
});
