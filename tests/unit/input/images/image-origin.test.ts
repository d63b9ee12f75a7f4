/** What pictures say of their own making. */
import { describe, expect, test } from "vitest";
import { imageOrigin } from "../../../../src/input/images/image-origin.js";

const XMP = (name: string) =>
  `<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/${name}</Iptc4xmpExt:DigitalSourceType>`;

describe("the origin of a picture", () => {
  test.each(["trainedAlgorithmicMedia", "digitalCapture", "compositeWithTrainedAlgorithmicMedia"])(
    "%s is read in XMP",
    (name) => {
      expect(imageOrigin(Buffer.from(`\x89PNG ${XMP(name)} IEND`))).toEqual({ sourceType: name });
    },
  );

  test("is read in content credentials, where the next key follows without a break", () => {
    const manifest =
      "jumdc2pa digitalSourceTypexFhttp://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMediaksoftwareAgent";
    expect(imageOrigin(Buffer.from(manifest))).toEqual({
      sourceType: "trainedAlgorithmicMedia",
      credentials: true,
    });
  });

  test("is not known of a picture that says nothing, or something that is no concept", () => {
    expect(imageOrigin(Buffer.from("a photograph"))).toBeUndefined();
    expect(imageOrigin(Buffer.from(XMP("paintedByHand")))).toBeUndefined();
  });
});
