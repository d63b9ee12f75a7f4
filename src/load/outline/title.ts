/** The title of a book whose project may not say it. */
import type { Folder } from "../../input/folder.js";
import { tableWord } from "../../language/words.js";
import { titleHeading } from "./first-heading.js";
import { nameOfProject } from "./name-of-project.js";
import { wordsOfFile } from "./words-of-file.js";

export interface FoundTitle {
  readonly title: string;
  /** The README that gave the title, relative to the publication's folder. */
  readonly readme?: string;
}

/** Headings that say what a list of chapters is, in the languages of many books. */
const LIST_NAMES: ReadonlySet<string> = new Set(
  `summary|contents|table of contents|toc|index|chapters|outline|overview|navigation|the book|book
  |sommaire|résumé|table des matières|inhalt|inhaltsverzeichnis|zusammenfassung|übersicht|gliederung
  |índice|indice|sumario|sumário|resumen|resumo|contenido|contenidos|tabla de contenido|tabla de contenidos
  |conteúdo|índice de conteúdos|sommario|riassunto|inhoud|inhoudsopgave|samenvatting|innehåll|indhold
  |innhold|indholdsfortegnelse|sisällys|sisällysluettelo|spis treści|streszczenie|podsumowanie|obsah|shrnutí|souhrn|tartalom
  |tartalomjegyzék|összefoglaló|cuprins|rezumat|sadržaj|kazalo|içindekiler|özet|daftar isi|ringkasan|mục lục|tóm tắt
  |содержание|оглавление|резюме|сводка|зміст|съдържание|садржај|περιεχόμενα|περίληψη|目录|目錄|目次|概要|摘要|总结|總結|小结|大纲|目录结构
  |もくじ|サマリー|목차|차례|요약|فهرست|فهرست مطالب|خلاصه|چکیده|المحتويات|الفهرس|فهرس|فهرس المحتويات|ملخص|الملخص
  |תוכן|תוכן העניינים|תוכן עניינים|סיכום|תקציר|विषय सूची|विषय-सूची|सारांश|अनुक्रमणिका|সূচিপত্র|สารบัญ|สรุป`
    .split("|")
    .map((name) => name.trim()),
);

/**
 * The settings' title, else the summary's heading where it is one, else the first heading of a README,
 * else the folder's name.
 *
 * @param said title in the settings.
 * @param heading of the file that lists the chapters; empty when there is none.
 * @param content folder of the texts, relative to the publication's.
 */
export async function titleOf(
  said: string | undefined,
  heading: string,
  language: string,
  content: string,
  folder: Folder,
): Promise<FoundTitle> {
  if (said !== undefined) return { title: said };
  if (heading !== "" && !isListName(heading, language)) return { title: heading };
  for (const from of new Set([content, "."])) {
    const readme = await folder.lookup("README.md", from);
    if (readme.status !== "file") continue;
    const title = titleHeading(await wordsOfFile(readme.path, folder));
    if (title !== undefined) return { title, readme: readme.path };
  }
  return { title: nameOfProject(folder.root) };
}

/** True for the heading of a list of chapters. */
export function isListName(heading: string, language: string): boolean {
  const name = heading
    .normalize()
    .toLowerCase()
    .replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, "");
  return LIST_NAMES.has(name) || name === tableWord(language, "toc").toLowerCase();
}
