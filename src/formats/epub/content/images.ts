/** Images and other media: packaged names, descriptions, and what a package cannot hold. */
import { posix } from "node:path";
import type { Element, ElementContent } from "hast";
import { diagnostic } from "../../../diagnostics/diagnostic.js";
import { hasClass } from "../../../hast/class-names.js";
import { link } from "./links.js";
import type { ContentContext, ContentRule } from "./rule.js";
import { addStyle } from "./validity.js";

/** `<img>`: its packaged file, and whether its text describes it. */
export const image: ContentRule = (element, context) => {
  if (element.tagName !== "img") return element;
  const packaged = packagedImage(element, String(element.properties.src ?? ""), context);
  if (packaged === undefined) return descriptionOf(element);
  element.properties.src = packaged;
  movePercentages(element);
  countDescription(element, context);
  return element;
};

/** An image that cannot be shown leaves a frame with its description behind, else with its name. */
function descriptionOf(element: Element): ElementContent {
  const { alt, src, id } = element.properties;
  const words = String(alt ?? "") || shorten(posix.basename(String(src ?? "")));
  const properties = { ...(id === undefined ? {} : { id }), className: ["missing-image"] };
  return { type: "element", tagName: "span", properties, children: [{ type: "text", value: words }] };
}

function packagedImage(element: Element, key: string, context: ContentContext): string | undefined {
  const name = context.images.get(key);
  if (name !== undefined) {
    context.facts.images.set(key, name);
    return name;
  }
  const mediaType = context.mediaTypes.get(key);
  context.report(
    mediaType === undefined
      ? diagnostic(
          "epub-image-missing",
          `The image “${shorten(key)}” is not a file of the publication, so the ebook cannot hold it`,
          context.locate(element),
          "Put the image into the publication's folder and name it there",
        )
      : diagnostic(
          "epub-image-format",
          mediaType.startsWith("image/")
            ? `The image “${key}” is an animated ${mediaType}, which reading systems cannot show`
            : `“${key}” is not an image that can be read`,
          context.locate(element),
          "Convert it to JPEG, PNG, GIF or SVG",
        ),
  );
  return undefined;
}

/** Keeps a `data:` address from filling the terminal. */
function shorten(key: string): string {
  return key.length > 80 ? `${key.slice(0, 77)}…` : key;
}

/** `width="50%"` is a style; the attribute counts whole pixels. */
function movePercentages(element: Element): void {
  for (const name of ["width", "height"] as const) {
    const value = String(element.properties[name] ?? "");
    if (!value.endsWith("%")) continue;
    addStyle(element.properties, `${name}: ${value}`);
    delete element.properties[name];
  }
}

function countDescription(element: Element, context: ContentContext): void {
  const { alt, ariaLabel, ariaLabelledBy } = element.properties;
  if (isDecorative(element)) {
    element.properties.alt = "";
    element.properties.role = "presentation";
    context.facts.decorativeImages += 1;
  } else if ([alt, ariaLabel, ariaLabelledBy].some((text) => String(text ?? "").trim() !== "")) {
    element.properties.alt = String(alt ?? "");
    context.facts.describedImages += 1;
  } else {
    element.properties.alt = "";
    reportUndescribed(element, String(element.properties.src), context);
  }
}

function isDecorative(element: Element): boolean {
  const { role, ariaHidden } = element.properties;
  return (
    role === "presentation" ||
    role === "none" ||
    String(ariaHidden) === "true" ||
    hasClass(element.properties, "decorative")
  );
}

function isDiagram({ properties }: Element): boolean {
  return hasClass(properties, "diagram");
}

function reportUndescribed(element: Element, name: string, context: ContentContext): void {
  const location = context.locate(element);
  if (location) context.facts.undescribedImages.push(location);
  if (isDiagram(element)) {
    const hint =
      "Write what it shows in a caption or, in a diagram of Mermaid, as `accTitle: …` or `accDescr: …`";
    context.report(
      diagnostic("image-without-alt", "A diagram has no text that describes it", location, hint),
    );
    return;
  }
  context.report(
    diagnostic(
      "image-without-alt",
      `The image “${name.replace(/^images\//, "")}” has no text that describes it`,
      location,
      "Write what it shows between the brackets, ![like this](…), or mark it as decoration with {.decorative}",
    ),
  );
}

/** Inline SVG: described by its title, its label or as decoration. Images inside it are packaged too. */
export const vectorImage: ContentRule = (element, context) => {
  if (element.tagName !== "svg") return element;
  context.facts.inlineSvg += 1;
  const { ariaLabel, ariaLabelledBy } = element.properties;
  const titled = element.children.some(isTitle);
  // The roles that silence an image are not for drawings: what hides these is hidden.
  const isSilent = isDecorative(element);
  element.properties.role = isSilent ? undefined : "img";
  if (isSilent) {
    element.properties.ariaHidden = "true";
    context.facts.decorativeImages += 1;
  } else if (titled || ariaLabel || ariaLabelledBy) context.facts.describedImages += 1;
  else reportUndescribed(element, "SVG", context);
  return { ...element, children: packageInside(drawn(element), context) };
};

/** Old and new spelling of the link of an SVG image. */
const IMAGE_LINKS = ["href", "xLinkHref"] as const;

function packageInside(nodes: readonly ElementContent[], context: ContentContext): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== "element") return node;
    const properties = { ...node.properties };
    for (const name of node.tagName === "image" ? IMAGE_LINKS : []) {
      if (properties[name] === undefined) continue;
      properties[name] = packagedImage(node, String(properties[name]), context);
    }
    // Without them it would have no room, and be no valid SVG.
    if (node.tagName === "foreignObject") {
      properties.width ??= "100%";
      properties.height ??= "100%";
      // No part of the drawing: it goes the way of all text (`content.ts`).
      return { ...node, properties };
    }
    const children = packageInside(drawn(node), context);
    return node.tagName === "a"
      ? linkedShape({ ...node, properties, children }, context)
      : { ...node, properties, children };
  });
}

/** A link of a drawing leads where links of the text do, and has a name for those who do not see it (EPUB Accessibility 1.1). */
function linkedShape(shape: Element, context: ContentContext): Element {
  const { xLinkHref, ...properties } = shape.properties;
  const href = String(properties.href ?? xLinkHref ?? "");
  const linked = link({ ...shape, properties: { ...properties, ...(href === "" ? {} : { href }) } }, context);
  if (linked?.type !== "element" || linked.children.some(isTitle)) return linked as Element;
  const words = textOf(linked).trim() || href;
  const title: Element = {
    type: "element",
    tagName: "title",
    properties: {},
    children: [{ type: "text", value: words }],
  };
  return { ...linked, children: [title, ...linked.children] };
}

function isTitle(node: ElementContent): boolean {
  return node.type === "element" && node.tagName === "title";
}

function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}

const SHOWS_TEXT = new Set(["a", "desc", "metadata", "text", "textPath", "title", "tspan"]);

/** What an element of a drawing shows: no text outside of `<text>`, and no box without a size. */
function drawn({ tagName, children }: Element): ElementContent[] {
  return children.filter((child) => {
    if (child.type === "text") return SHOWS_TEXT.has(tagName) || child.value.trim() === "";
    if (child.type !== "element" || child.tagName !== "rect") return true;
    return child.properties.width !== undefined && child.properties.height !== undefined;
  });
}

const MEDIA = new Set(["audio", "video", "source", "track"]);

/** Sound and film are not part of the package: they are left out, and the author is told. */
export const remoteMedia: ContentRule = (element, context) => {
  if (!MEDIA.has(element.tagName)) return element;
  if (element.tagName === "audio" || element.tagName === "video") {
    context.report(
      diagnostic(
        "epub-media-omitted",
        `The ebook cannot hold this ${element.tagName}, so it is left out`,
        context.locate(element),
        "Put a link to it, or a still image, in its place",
      ),
    );
  }
  return undefined;
};
