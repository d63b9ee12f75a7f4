/**
 * Begins a proof with its word, as Quarto and bookdown do: “Proof.” before its first words, where the author has not
 * written it.
 */
import type { Element } from "hast";
import { classNames, hasClass } from "../hast/class-names.js";
import { visitElements } from "../hast/visit.js";
import { proofWord } from "../language/theorem-words.js";
import type { Draft } from "./draft.js";
import { plainText, sectionTrees } from "./tree.js";

export function nameProofs(draft: Draft): void {
  for (const section of draft.sections) {
    const words = proofWord(section.language);
    for (const { tree } of sectionTrees(section)) {
      visitElements(tree, (element) => {
        if (element.tagName === "div" && hasClass(element.properties, "proof")) nameProof(element, words);
        return undefined;
      });
    }
  }
}

/** Whether the first words of a text, in any language that has a word here, say what it is. */
const SAYS_IT =
  /^(?:Proof|Beweis|Démonstration|Preuve|Demostración|Prueba|Dimostrazione|Bewijs|Dowód|Demonstração|Prova|Доказательство|証明|证明|證明)/iu;

function nameProof(element: Element, { word, gap }: ReturnType<typeof proofWord>): void {
  const first = element.children.find((child) => child.type === "element");
  if (first?.type !== "element" || first.tagName !== "p" || classNames(first.properties).length > 0) return;
  if (SAYS_IT.test(plainText(first).trimStart())) return;
  first.children.unshift(
    {
      type: "element",
      tagName: "em",
      properties: { className: ["proof-label"] },
      children: [{ type: "text", value: word }],
    },
    { type: "text", value: gap },
  );
}
