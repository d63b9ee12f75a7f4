/** What theorems and the like are called. A language that is not here has the English words. */
import type { TheoremKind } from "../model/reference-kinds.js";
import { wordLanguage } from "./words/tables.js";

type Words = Readonly<Record<TheoremKind, string>>;

const KINDS = `theorem lemma corollary proposition conjecture definition example exercise solution remark
  algorithm hypothesis`.split(/\s+/) as readonly TheoremKind[];

/** In the order of `KINDS`. */
const words = (list: string): Words =>
  Object.fromEntries(list.split(",").map((each, index) => [KINDS[index]!, each.trim()])) as Words;

const ENGLISH =
  words(`Theorem, Lemma, Corollary, Proposition, Conjecture, Definition, Example, Exercise, Solution,
  Remark, Algorithm, Hypothesis`);

const WORDS: Readonly<Record<string, Words>> = {
  de: words(`Satz, Lemma, Korollar, Proposition, Vermutung, Definition, Beispiel, Übung, Lösung, Bemerkung,
    Algorithmus, Hypothese`),
  es: words(`Teorema, Lema, Corolario, Proposición, Conjetura, Definición, Ejemplo, Ejercicio, Solución,
    Observación, Algoritmo, Hipótesis`),
  fr: words(`Théorème, Lemme, Corollaire, Proposition, Conjecture, Définition, Exemple, Exercice, Solution,
    Remarque, Algorithme, Hypothèse`),
  it: words(`Teorema, Lemma, Corollario, Proposizione, Congettura, Definizione, Esempio, Esercizio, Soluzione,
    Osservazione, Algoritmo, Ipotesi`),
  nl: words(`Stelling, Lemma, Gevolg, Propositie, Vermoeden, Definitie, Voorbeeld, Opgave, Oplossing, Opmerking,
    Algoritme, Hypothese`),
  pl: words(`Twierdzenie, Lemat, Wniosek, Stwierdzenie, Hipoteza, Definicja, Przykład, Ćwiczenie, Rozwiązanie,
    Uwaga, Algorytm, Hipoteza`),
  pt: words(`Teorema, Lema, Corolário, Proposição, Conjectura, Definição, Exemplo, Exercício, Solução,
    Observação, Algoritmo, Hipótese`),
  ru: words(`Теорема, Лемма, Следствие, Предложение, Гипотеза, Определение, Пример, Упражнение, Решение,
    Замечание, Алгоритм, Гипотеза`),
  ja: words("定理, 補題, 系, 命題, 予想, 定義, 例, 演習, 解答, 注意, アルゴリズム, 仮説"),
  zh: words("定理, 引理, 推论, 命题, 猜想, 定义, 例, 练习, 解, 注, 算法, 假设"),
  "zh-Hant": words("定理, 引理, 推論, 命題, 猜想, 定義, 例, 練習, 解, 註, 演算法, 假設"),
};

/** @param language BCP 47. */
export function theoremWord(language: string, kind: TheoremKind): string {
  const table = wordLanguage(language) ?? "en";
  return (WORDS[table] ?? WORDS[table.split("-")[0]!] ?? ENGLISH)[kind];
}

/** What begins a proof, by the tag of the table of words. */
const PROOFS: Readonly<Record<string, string>> = {
  de: "Beweis.",
  es: "Demostración.",
  fr: "Démonstration.",
  it: "Dimostrazione.",
  nl: "Bewijs.",
  pl: "Dowód.",
  pt: "Demonstração.",
  ru: "Доказательство.",
  ja: "証明",
  "zh-Hans": "证明",
  "zh-Hant": "證明",
};

/** @param language BCP 47. @returns the word, and what stands between it and the text. */
export function proofWord(language: string): { readonly word: string; readonly gap: string } {
  const word = PROOFS[wordLanguage(language) ?? ""] ?? "Proof.";
  return { word, gap: word.endsWith(".") ? " " : "\u3000" };
}
