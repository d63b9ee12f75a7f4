/**
 * Russian, after Milchin and Cheltsova, “Справочная книга редактора и корректора”: a dash is long, stands between spaces and
 * begins no line; abbreviations, numbers, initials and particles stay with what they belong to.
 */
import { ELLIPSIS, EM_DASH, EN_DASH, SPACED_HYPHEN } from "./common.js";
import { OTHERS } from "./others.js";
import {
  bind,
  bindNumbers,
  bindTitles,
  bindUnits,
  INITIALS,
  NO_BREAK,
  type Rule,
  type Typography,
} from "./rules.js";

const NOT_IN_WORD = "(?<![\\p{L}\\p{N}.])";
const WORD_END = "(?![\\p{L}\\p{N}-])";

/** `--` between spaces or at the beginning of what somebody says; without spaces, between numbers, it is short. */
const DASH: Rule = { find: /(?<=^|[\s\u00A0])--(?=\s)/gu, put: "—", when: /--/ };

/** No line begins with a dash but that of a speech, and that stays with its first word. */
const BOUND_DASHES: readonly Rule[] = [
  bind("\\S", "[—–](?:\\s|$)", /\s[—–]/),
  { find: /(?<=^[—–]) (?=\S)/gu, put: NO_BREAK, when: /^[—–] / },
];

/** `т. е.`, `и т. д.`, `до н. э.`. */
const ABBREVIATIONS: readonly Rule[] = [
  bind(`${NOT_IN_WORD}[тТ]\\.`, "[едпкно]\\."),
  bind(`${NOT_IN_WORD}н\\.`, "э\\."),
  bind(`${NOT_IN_WORD}до`, "н\\."),
];

/** `1987 г.`, `XIX в.`. */
const YEARS: Rule = bind("(?:\\d|(?<![\\p{L}])[IVXLC]+)", `(?:гг?|вв?)\\.`, /[\dIVXLC]\s[гв]/);

const PARTICLES: Rule = bind("\\p{L}", `(?:же?|бы?|ли|ль)${WORD_END}`, /\s[жбл]/);

/** `Пушкин А. С.` */
const INITIALS_BEHIND: Rule = bind(
  "(?<!\\p{L})\\p{Lu}\\p{Ll}+",
  "\\p{Lu}\\.[ \\u00A0]?\\p{Lu}\\.",
  /\s\p{Lu}\./u,
);

export const russian: Typography = {
  ...OTHERS.ru!,
  before: [ELLIPSIS, EM_DASH, DASH, EN_DASH, { ...SPACED_HYPHEN, put: "—" }],
  after: [
    ...OTHERS.ru!.after,
    ...BOUND_DASHES,
    ...ABBREVIATIONS,
    YEARS,
    bindUnits(
      "км м см мм кг г мг т л мл ч мин с руб. коп. тыс. млн млрд трлн % ‰ Вт кВт МВт Гц кГц МГц Кб Мб Гб КБ МБ ГБ",
    ),
    bindNumbers("№ § §§ стр. с. гл. рис. табл. т. ч. п. пп. ст. вып. д. кв. ок."),
    bindTitles("г. ул. пр. пл. им. проф. акад. доц. св. г-н г-жа"),
    PARTICLES,
    INITIALS,
    INITIALS_BEHIND,
  ],
};
