/** The page of the preview: joins the bar, the panels and the view of the edition to what the server tells. */
import type { Location } from "../../diagnostics/location.js";
import type { EditionState, PreviewState } from "../protocol.js";
import { type BarCommands, listenToBar, showZoom } from "./bar.js";
import { showContents } from "./contents-panel.js";
import { showDiagnostics } from "./diagnostics-panel.js";
import { make } from "./dom.js";
import { type EbookView, ebookView } from "./ebook-view.js";
import { at } from "./elements.js";
import { listenToKeys } from "./keys.js";
import { say, showActivity, showCounts, showErrors, showLost } from "./notices.js";
import { isOpen, type Panel, recallPanels, setPanel } from "./panels.js";
import { type PdfView, pdfView } from "./pdf-view.js";
import { connect } from "./server.js";
import { opener, openSource, showSource, withPlace } from "./sources.js";
import type { ViewEvents } from "./view.js";

type Shown = { readonly id: string } & (
  | { readonly format: "pdf"; readonly view: PdfView }
  | { readonly format: "epub"; readonly view: EbookView }
);

let state: PreviewState | undefined;
let shown: Shown | undefined;
/** Id of the edition that is looked at; the address remembers it. */
let wanted = decodeURIComponent(location.hash.slice(1));
/** Revisions are shown one after another: a quick second save must not overtake the first. */
let showing = Promise.resolve();

const viewEvents: ViewEvents = {
  onMove: showPosition,
  onSource: (source) => withPlace(source, (place) => state && showSource(place, state)),
  onOpen: (source) => withPlace(source, (place) => state && void openSource(place, state)),
};

const connection = connect(wanted, {
  onState(next) {
    if (state !== undefined && state.program !== next.program) return location.reload();
    state = next;
    showNext(next);
  },
  onProgress: say,
  onLost: showLost,
});

function showNext(next: PreviewState): void {
  // A revision that is not there any more when it is fetched has a newer one behind it.
  showing = showing.then(() => showState(next)).catch(() => undefined);
}

async function showState(next: PreviewState): Promise<void> {
  const edition = next.editions.find(({ id }) => id === wanted) ?? next.editions[0];
  showEditions(next, edition);
  showCounts(next);
  showErrors(next, shown === undefined ? "none" : "shown");
  showDiagnostics(at.diagnostics, next.diagnostics, {
    show: showPlace,
    opener: (place) => opener(place, next),
  });
  await showEdition(next, edition);
  if (state === next) showActivity(next);
}

function showEditions(next: PreviewState, edition: EditionState | undefined): void {
  const title = edition?.title ?? next.publication;
  at.title.textContent = title;
  document.title = `${title} – preview`;
  const options = next.editions.map(({ id, format }) => new Option(`${id} (${format.toUpperCase()})`, id));
  at.edition.replaceChildren(...options);
  at.edition.hidden = options.length === 0;
  if (edition) at.edition.value = edition.id;
}

async function showEdition(next: PreviewState, edition: EditionState | undefined): Promise<void> {
  if (edition !== undefined && edition.id !== wanted) follow(edition.id);
  if (edition === undefined || edition.revision === undefined) return showNothing(next);
  const { view } = viewFor(edition);
  await view.show(edition);
  showErrors(next, "shown");
  showPosition();
  if (isOpen("contents")) showContents(at.contents, await view.contents());
}

function follow(id: string): void {
  wanted = id;
  history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  connection.follow(id);
}

function viewFor({ id, format }: EditionState): Shown {
  if (shown?.id === id && shown.format === format) return shown;
  shown?.view.close();
  shown =
    format === "pdf"
      ? { id, format, view: pdfView(viewEvents) }
      : { id, format, view: ebookView(viewEvents) };
  at.printTools.hidden = format !== "pdf";
  at.ebookTools.hidden = format !== "epub";
  at.placeLabel.textContent = format === "pdf" ? "Page" : "Document";
  at.source.replaceChildren();
  at.view.replaceChildren(shown.view.element);
  return shown;
}

/** Before the first pages there are. */
function showNothing({ building, diagnostics }: PreviewState): void {
  shown?.view.close();
  shown = undefined;
  const words = building
    ? [make("p", {}, "The pages are being made …")]
    : [
        make("strong", {}, "There are no pages to show yet"),
        make("p", {}, "Mend what the diagnostics say; the pages come by themselves."),
      ];
  at.view.replaceChildren(make("div", { class: "empty" }, ...words));
  if (!building && diagnostics.length > 0) setPanel("diagnostics", "open");
}

function showPosition(): void {
  const { label, total } = shown?.view.position() ?? { label: "", total: "" };
  if (document.activeElement !== at.place) at.place.value = label;
  at.placeTotal.textContent = total;
  if (shown?.format !== "pdf") return;
  at.spreads.setAttribute("aria-pressed", String(shown.view.areSpreads()));
  showZoom(shown.view.zoomNow());
}

/** From a diagnostic to the page. */
function showPlace(place: Location): void {
  if (!shown?.view.goToSource(place)) say(`${place.file} is not on these pages`);
  if (state) showSource(place, state);
}

const toPages = () => shown?.view.element.focus({ preventScroll: true });

async function togglePanel(panel: Panel): Promise<void> {
  setPanel(panel, isOpen(panel) ? "closed" : "open");
  if (!isOpen(panel)) return toPages();
  if (panel === "contents") showContents(at.contents, (await shown?.view.contents()) ?? []);
  at[panel].querySelector("button")?.focus();
}

const commands: BarCommands = {
  turn: (to) => shown?.view.turn(to),
  scroll: (by) => shown?.view.scroll(by),
  zoom: (how) => shown?.view.zoom(how),
  setZoom: (zoom) => shown?.format === "pdf" && shown.view.setZoom(zoom),
  toggleSpreads: () => shown?.format === "pdf" && shown.view.toggleSpreads(),
  setDevice: (device) => shown?.format === "epub" && shown.view.setDevice(device),
  setColours: (colours) => shown?.format === "epub" && shown.view.setColours(colours),
  chooseEdition(id) {
    follow(id);
    if (state) showNext(state);
  },
  goTo() {
    at.place.focus();
    at.place.select();
  },
  goToLabel(label) {
    const isThere = shown?.view.goTo(label) ?? false;
    if (!isThere) say(`There is no page ${label}`);
    else if (state) showActivity(state);
    if (isThere) toPages();
    return isThere;
  },
  showPosition,
  toggleContents: () => void togglePanel("contents"),
  toggleDiagnostics: () => void togglePanel("diagnostics"),
  openSource() {
    const source = shown?.view.topSource();
    if (source !== undefined) viewEvents.onOpen(source);
  },
  help: () => at.help.showModal(),
  dismiss() {
    const open = (["diagnostics", "contents"] as const).find(isOpen);
    if (open) void togglePanel(open);
    else toPages();
  },
};

recallPanels();
listenToBar(commands);
listenToKeys(commands);
