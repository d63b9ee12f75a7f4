/**
 * Writes a drawing that a page shows so that it looks the same anywhere: what style sheets say of it becomes
 * attributes, HTML in it becomes text, and nothing remains that leads or moves anywhere. Runs in the page, sent as source
 * text: it uses nothing from outside of it.
 */
export interface PlainSvg {
  readonly svg: string;
  readonly description?: string;
  readonly title?: string;
}

/** @param families fonts that the drawing asks for. */
export function plainSvg(root: SVGSVGElement, families: string): PlainSvg {
  const SVG = "http://www.w3.org/2000/svg";
  /** Letters of 16 pixels are a little smaller than the text of most books then. */
  const SCALE = 0.8;
  /** Properties that elements take over from the one around them, with what holds at the root (SVG 2, appendix). */
  const INHERITED: Readonly<Record<string, string>> = {
    fill: "rgb(0, 0, 0)",
    "fill-opacity": "1",
    "fill-rule": "nonzero",
    stroke: "none",
    "stroke-opacity": "1",
    "stroke-width": "1px",
    "stroke-dasharray": "none",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "font-size": "",
    "font-weight": "400",
    "font-style": "normal",
    "text-anchor": "start",
    visibility: "visible",
    "marker-start": "none",
    "marker-mid": "none",
    "marker-end": "none",
  };
  const OWN: Readonly<Record<string, string>> = {
    opacity: "1",
    "dominant-baseline": "auto",
    "stop-color": "rgb(0, 0, 0)",
    "stop-opacity": "1",
    "clip-path": "none",
    mask: "none",
    "text-decoration-line": "none",
  };
  const NAMES: Readonly<Record<string, string>> = { "text-decoration-line": "text-decoration" };
  const SHOWS_TEXT = new Set(["text", "tspan", "textPath"]);
  const KEPT = new Set(
    `d x y x1 y1 x2 y2 cx cy r rx ry dx dy width height points transform viewBox refX refY markerWidth markerHeight
    markerUnits orient preserveAspectRatio offset gradientUnits gradientTransform patternUnits clipPathUnits id href
    xlink:href startOffset rotate textLength lengthAdjust`.split(/\s+/),
  );
  const DRAWN = new Set(
    `svg g defs path rect circle ellipse line polyline polygon text tspan textPath marker clipPath mask pattern
    linearGradient radialGradient stop symbol use`.split(/\s+/),
  );

  const words = (selector: string) =>
    [...root.querySelectorAll(selector)]
      .map((each) => each.textContent?.replace(/\s+/g, " ").trim() ?? "")
      .find(Boolean);
  const said = [words(":scope > title"), words(":scope > desc")].filter((each) => each !== undefined);
  const description = said.map((each) => each.replace(/[.\s]+$/, "")).join(". ");
  const title = words("text[class$='itleText']");

  for (const choice of [...root.querySelectorAll("switch")]) {
    for (const child of [...choice.children]) if (child.tagName === "foreignObject") child.remove();
  }
  for (const foreign of [...root.querySelectorAll("foreignObject")]) foreign.replaceWith(asText(foreign));

  const box = boxOf();
  const written = write(root, undefined)!;
  written.setAttribute("viewBox", box.map((value) => round(value)).join(" "));
  written.setAttribute("width", String(round(box[2] * SCALE)));
  written.setAttribute("height", String(round(box[3] * SCALE)));
  written.setAttribute("font-family", families);
  const svg = new XMLSerializer().serializeToString(withoutTheUnused(written));
  return { svg, ...(description === "" ? {} : { description }), ...(title === undefined ? {} : { title }) };

  /** HTML is measured by the page, and its lines are set where it stands. */
  function asText(foreign: Element): Element {
    const inner = foreign.querySelector("span, p, div") ?? foreign;
    const style = getComputedStyle(inner);
    const size = Number.parseFloat(style.fontSize) || 16;
    const [x, y, width, height] = ["x", "y", "width", "height"].map(
      (name) => Number(foreign.getAttribute(name)) || 0,
    );
    const lines = ((foreign as HTMLElement).innerText ?? foreign.textContent ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    const text = document.createElementNS(SVG, "text");
    text.setAttribute(
      "style",
      `text-anchor: middle; fill: ${style.color}; font-size: ${size}px; font-weight: ${style.fontWeight}`,
    );
    lines.forEach((line, index) => {
      const row = document.createElementNS(SVG, "tspan");
      row.setAttribute("x", String(x! + width! / 2));
      row.setAttribute(
        "y",
        String(y! + height! / 2 + size * (0.35 + 1.2 * (index - (lines.length - 1) / 2))),
      );
      row.textContent = line;
      text.append(row);
    });
    return text;
  }

  function boxOf(): [number, number, number, number] {
    const view = root.viewBox.baseVal;
    if (view && view.width > 0 && view.height > 0) return [view.x, view.y, view.width, view.height];
    const { x, y, width, height } = root.getBBox();
    return [x, y, Math.max(width, 1), Math.max(height, 1)];
  }

  function write(element: Element, around: CSSStyleDeclaration | undefined): Element | undefined {
    const style = getComputedStyle(element);
    const name = element.tagName;
    const drawn = name === "a" || name === "switch" ? "g" : name;
    if (!DRAWN.has(drawn) || (style.display === "none" && !element.closest("defs, marker"))) return undefined;
    const copy = document.createElementNS(
      SVG,
      drawn === "g" && SHOWS_TEXT.has(element.parentElement?.tagName ?? "") ? "tspan" : drawn,
    );
    for (const { name: attribute, value } of [...element.attributes]) {
      const isOutside = /href$/.test(attribute) && !value.startsWith("#");
      if (KEPT.has(attribute) && !isOutside) copy.setAttribute(attribute.replace("xlink:", ""), value);
    }
    for (const [property, initial] of Object.entries(INHERITED)) {
      const value = style.getPropertyValue(property);
      if (value !== (around?.getPropertyValue(property) ?? initial)) setStyle(copy, property, value);
    }
    for (const [property, initial] of Object.entries(OWN)) {
      const value = style.getPropertyValue(property);
      if (value !== initial && value !== "") setStyle(copy, NAMES[property] ?? property, value);
    }
    if (style.transform !== "none" && !element.hasAttribute("transform") && element !== root)
      copy.setAttribute("transform", style.transform);
    for (const radius of name === "rect" ? ["rx", "ry"] : []) {
      const value = style.getPropertyValue(radius);
      if (/^[\d.]+px$/.test(value) && value !== "0px")
        copy.setAttribute(radius, String(Number.parseFloat(value)));
    }
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE && SHOWS_TEXT.has(name)) copy.append(child.textContent ?? "");
      else if (child.nodeType === Node.ELEMENT_NODE) {
        const written = write(child as Element, style);
        if (written) copy.append(written);
      }
    }
    return copy;
  }

  /** SVG 1.1 has no colours that one can see through: it says that apart. */
  function setStyle(copy: Element, property: string, value: string): void {
    const plain = value.replace(/url\("(#[^"]*)"\)/g, "url($1)");
    const seen = /^(?:rgba|rgb)\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)(?:\s*[,/]\s*([\d.]+))?\)$/.exec(plain);
    const [, red, green, blue, alpha] = seen ?? [];
    if (!seen || alpha === "0") {
      copy.setAttribute(property, seen ? "none" : plain.replace(/^(-?[\d.]+)px$/, "$1"));
      return;
    }
    const hex = [red, green, blue]
      .map((part) => Math.round(Number(part)).toString(16).padStart(2, "0"))
      .join("");
    copy.setAttribute(property, `#${hex}`);
    if (alpha !== undefined) copy.setAttribute(`${property}-opacity`, alpha);
  }

  /** Mermaid defines the ends of all kinds of lines in each drawing. */
  function withoutTheUnused(drawing: Element): Element {
    const text = new XMLSerializer().serializeToString(drawing);
    for (const each of [
      drawing,
      ...drawing.querySelectorAll("[id], marker, linearGradient, radialGradient"),
    ]) {
      const id = each.getAttribute("id");
      const isUsed = id !== null && (text.includes(`#${id})`) || text.includes(`"#${id}"`));
      if (isUsed) continue;
      if (/^(?:marker|linearGradient|radialGradient)$/.test(each.tagName)) each.remove();
      else each.removeAttribute("id");
    }
    return drawing;
  }

  function round(value: number): number {
    return Math.round(value * 100) / 100;
  }
}
