/** The bar at the top: its fields and buttons, each doing what a key does too. */
import { byId } from "./dom.js";
import type { Colours } from "./ebook-frame.js";
import type { Device } from "./ebook-view.js";
import { at } from "./elements.js";
import type { Commands } from "./keys.js";
import { recall } from "./memory.js";
import type { Zoom } from "./pdf-geometry.js";

export interface BarCommands extends Commands {
  /** False when there is no such page. */
  goToLabel(label: string): boolean;
  chooseEdition(id: string): void;
  setZoom(zoom: Zoom): void;
  setDevice(device: Device): void;
  setColours(colours: Colours): void;
  /** Shows again where the reader is. */
  showPosition(): void;
}

export function listenToBar(commands: BarCommands): void {
  at.device.value = recall("device", "phone");
  at.colours.value = recall("colours", "light");
  listenToPlace(commands);
  at.edition.addEventListener("change", () => commands.chooseEdition(at.edition.value));
  at.device.addEventListener("change", () => commands.setDevice(at.device.value as Device));
  at.colours.addEventListener("change", () => commands.setColours(at.colours.value as Colours));
  at.zoom.addEventListener("change", () => {
    const { value } = at.zoom;
    commands.setZoom(value === "page" || value === "width" ? value : Number(value));
  });
  const buttons: Readonly<Record<string, () => void>> = {
    back: () => commands.turn("previous"),
    forward: () => commands.turn("next"),
    "zoom-in": () => commands.zoom("in"),
    "zoom-out": () => commands.zoom("out"),
    "text-larger": () => commands.zoom("in"),
    "text-smaller": () => commands.zoom("out"),
    spreads: commands.toggleSpreads,
    "contents-button": commands.toggleContents,
    "diagnostics-button": commands.toggleDiagnostics,
    "help-button": commands.help,
  };
  for (const [id, act] of Object.entries(buttons)) byId(id, HTMLButtonElement).addEventListener("click", act);
}

function listenToPlace(commands: BarCommands): void {
  at.placeForm.addEventListener("submit", (event) => {
    event.preventDefault();
    const isThere = commands.goToLabel(at.place.value);
    at.place.setAttribute("aria-invalid", String(!isThere));
    if (!isThere) at.place.select();
  });
  at.place.addEventListener("blur", () => {
    at.place.removeAttribute("aria-invalid");
    commands.showPosition();
  });
}

/** A size that is not in the list, because keys went there, is put in. */
export function showZoom(zoom: Zoom): void {
  const value = String(zoom);
  if (![...at.zoom.options].some((option) => option.value === value)) {
    at.zoom.add(new Option(`${Math.round(Number(value) * 100)} %`, value));
  }
  at.zoom.value = value;
}
