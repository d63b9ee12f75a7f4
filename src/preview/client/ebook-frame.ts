/**
 * A document of the ebook in a frame, as a reading system shows it.
 *
 * The frame is sandboxed and the server's policy forbids scripts: what runs here is ours, from
 * outside. The next document is loaded behind the one that is seen and takes its place
 * when it is ready.
 */
import { make } from "./dom.js";

export type Colours = "light" | "sepia" | "dark";

export interface Appearance {
  readonly colours: Colours;
  /** Size of the text in percent. */
  readonly size: number;
}

export interface EbookFrame {
  readonly frame: HTMLIFrameElement;
  readonly document: Document;
}

/** Loads a document into `device`, out of sight. */
export function loadFrame(device: HTMLElement, address: string, appearance: Appearance): Promise<EbookFrame> {
  const frame = make("iframe", {
    class: "coming",
    // Same origin, so that colours and places are within our reach; no scripts, forms, popups or top navigation.
    sandbox: "allow-same-origin",
    title: "Text of the ebook",
    src: address,
  });
  device.append(frame);
  return new Promise((resolve, reject) => {
    frame.addEventListener("load", () => {
      const { contentDocument: document } = frame;
      // Some browsers tell of the empty document that a frame begins with.
      if (document?.URL === "about:blank") return;
      if (!document?.documentElement) return reject(new Error("The document cannot be shown"));
      dress(document, appearance).then(() => resolve({ frame, document }), reject);
    });
  });
}

/** Puts a loaded document in the place of the one before. */
export function reveal({ frame }: EbookFrame, device: HTMLElement): void {
  frame.classList.remove("coming");
  for (const other of device.querySelectorAll("iframe")) if (other !== frame) other.remove();
}

/** The reading system's own style sheet: in place when the promise resolves. */
function dress(document: Document, appearance: Appearance): Promise<void> {
  const html = "http://www.w3.org/1999/xhtml";
  const link = document.createElementNS(html, "link") as HTMLLinkElement;
  link.setAttribute("rel", "stylesheet");
  link.setAttribute("href", "/reader.css");
  const ready = new Promise<void>((resolve) => {
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => resolve());
  });
  (document.head ?? document.documentElement).append(link);
  recolour(document, appearance);
  return ready;
}

export function recolour(document: Document, { colours, size }: Appearance): void {
  document.documentElement.dataset.reader = colours;
  document.documentElement.style.setProperty("--reader-size", `${size}%`);
}
