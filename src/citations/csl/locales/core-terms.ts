/**
 * What citations say in languages that have no file of their own here: the words that styles ask for most. For the
 * others English ones stand in. Our own table, by the term names of CSL.
 */
import type { Typography } from "../../../language/typography/rules.js";

/** The terms of a row, in its order. */
export const CORE_TERMS = [
  "and",
  "et-al",
  "and others",
  "anonymous short",
  "accessed",
  "available at",
  "retrieved",
  "from",
  "in",
  "no date short",
  "no date",
  "online",
  "ibid",
  "edition short",
  "page short",
  "chapter short",
  "volume short",
  "issue short",
  "editor short",
  "editor verb",
  "translator short",
  "translator verb",
] as const;

export interface CoreRow {
  /** Terms between bars, singular and plural between slashes. */
  readonly terms: string;
  /** Quotation marks of a language that has no typography here. */
  readonly quotes?: Typography["quotes"];
  /** What follows the digits of an ordinal number. */
  readonly ordinal?: string;
  /** The same for numbers that end in one of these. */
  readonly ordinals?: Readonly<Record<number, string>>;
}

export const CORE_ROWS: Readonly<Record<string, CoreRow>> = {
  ar: {
    terms:
      "و|وآخرون|وآخرون|مجهول|تاريخ الوصول|متاح على|استرجع|من|في|د.ت.|دون تاريخ|على الإنترنت|المرجع نفسه|ط.|ص.|فصل|مج.|ع.|" +
      "محرر/محررون|تحرير|مترجم/مترجمون|ترجمة",
    quotes: [
      ["«", "»"],
      ["“", "”"],
    ],
  },
  bg: {
    terms:
      "и|и др.|и други|анон.|посетен на|достъпен на|изтеглен на|от|в|б.д.|без дата|онлайн|пак там|изд.|с.|гл.|т.|бр.|ред.|" +
      "под редакцията на|прев.|преведен от",
  },
  ca: {
    terms:
      "i|et al.|i altres|anòn.|consultat|disponible a|recuperat|de|a|s. d.|sense data|en línia|ibid.|ed.|p.|cap.|vol.|núm.|" +
      "ed./eds.|editat per|trad.|traduït per",
    ordinal: "a",
  },
  cs: {
    terms:
      "a|et al.|a další|anon.|citováno|dostupné z|získáno|z|in|b.r.|bez data|online|ibid.|vyd.|s.|kap.|sv.|č.|ed.|editoval|přel.|přeložil",
    ordinal: ".",
  },
  da: {
    terms:
      "og|et al.|med flere|anon.|set|tilgængelig på|hentet|fra|i|u.å.|uden år|online|ibid.|udg.|s.|kap.|bd.|nr.|red.|redigeret af|overs.|oversat af",
    ordinal: ".",
  },
  el: {
    terms:
      "και|κ.ά.|και άλλοι|ανών.|πρόσβαση|διαθέσιμο στο|ανακτήθηκε|από|στο|χ.χ.|χωρίς χρονολογία|διαδικτυακά|στο ίδιο|έκδ.|σ./σσ.|κεφ.|τ.|τχ.|" +
      "επιμ.|επιμέλεια|μτφρ.|μετάφραση",
    ordinal: "η",
  },
  et: {
    terms:
      "ja|jt|ja teised|anon.|vaadatud|kättesaadav|salvestatud|allikast|rmt|s.a.|aastata|võrgus|samas|tr|lk|ptk|kd|nr|toim.|toimetanud|tõlk.|tõlkinud",
    ordinal: ".",
  },
  eu: {
    terms:
      "eta|et al.|eta beste|anon.|kontsultatua|eskuragarri|berreskuratua|hemendik|in|d. g.|datarik gabe|linean|ibid.|arg.|or.|kap.|lib.|zenb.|" +
      "ed.|editatua|itzul.|itzulia",
    ordinal: ".",
  },
  fa: {
    terms:
      "و|و دیگران|و دیگران|ناشناس|دسترسی|موجود در|بازیابی|از|در|بی‌تا|بی‌تا|برخط|همان|ویراست|ص./صص.|فصل|ج.|ش.|ویراستار/ویراستاران|ویراستهٔ|مترجم/مترجمان|ترجمهٔ",
  },
  fi: {
    terms:
      "ja|ym.|ja muut|anon.|viitattu|saatavissa|noudettu|osoitteesta|teoksessa|s.a.|ei päiväystä|verkossa|ibid.|p.|s.|luku|nide|nro|toim.|toimittanut|käänt.|kääntänyt",
    ordinal: ".",
  },
  ga: {
    terms:
      "agus|et al.|agus daoine eile|gan ainm|rochtain|ar fáil ag|faighte|ó|in|gan dáta|gan dáta|ar líne|ibid.|eag.|lch./lgh.|caib.|iml.|uimh.|" +
      "eag.|curtha in eagar ag|aistr.|aistrithe ag",
  },
  he: {
    terms:
      "ו|ואח׳|ואחרים|אנונימי|נצפה|זמין ב|אוחזר|מתוך|בתוך|ללא תאריך|ללא תאריך|מקוון|שם|מהד׳|עמ׳|פרק|כרך|גיליון|עורך/עורכים|בעריכת|מתרגם/מתרגמים|בתרגום",
    quotes: [
      ["”", "”"],
      ["’", "’"],
    ],
  },
  hi: {
    terms:
      "और|और अन्य|और अन्य|अज्ञात|अभिगमन तिथि|उपलब्ध|प्राप्त|से|में|बिना तिथि|बिना तिथि|ऑनलाइन|वही|संस्क.|पृ.|अध्याय|खंड|अंक|संपा.|संपादन|अनु.|अनुवाद",
  },
  hr: {
    terms:
      "i|i dr.|i drugi|anon.|pristupljeno|dostupno na|preuzeto|s|u|b. d.|bez datuma|na internetu|ibid.|izd.|str.|pogl.|sv.|br.|ur.|uredio|prev.|preveo",
    ordinal: ".",
  },
  hu: {
    terms:
      "és|és mtsai.|és mások|anon.|elérés|elérhető|elérés|forrás|in|é. n.|év nélkül|online|uo.|kiad.|o.|fej.|köt.|sz.|szerk.|szerkesztette|ford.|fordította",
    ordinal: ".",
  },
  id: {
    terms:
      "dan|dkk.|dan lainnya|anon.|diakses|tersedia pada|diambil|dari|dalam|t.t.|tanpa tanggal|daring|ibid.|ed.|hlm.|bab|vol.|no.|ed.|disunting oleh|terj.|diterjemahkan oleh",
  },
  ja: {
    terms:
      "と|ほか|ほか|作者不詳|参照|入手先|取得|出典|所収|日付なし|日付なし|オンライン|前掲|版|p./pp.|章|巻|号|編|編|訳|訳",
    quotes: [
      ["「", "」"],
      ["『", "』"],
    ],
  },
  ko: {
    terms:
      "및|외|외|작자 미상|접속|이용 가능|검색|출처|수록|날짜 없음|날짜 없음|온라인|위의 글|판|쪽|장|권|호|편|편집|옮김|옮김",
  },
  lt: {
    terms:
      "ir|ir kt.|ir kiti|anon.|žiūrėta|prieiga per|gauta|iš|in|s. a.|be datos|internete|ten pat|leid.|p.|sk.|t.|nr.|red.|redagavo|vert.|vertė",
  },
  lv: {
    terms:
      "un|u.c.|un citi|anon.|skatīts|pieejams|iegūts|no|no|b. g.|bez gada|tiešsaistē|turpat|izd.|lpp.|nod.|sēj.|nr.|red.|redaktors|tulk.|tulkojis",
    ordinal: ".",
  },
  mt: {
    terms:
      "u|et al.|u oħrajn|anon.|aċċessat|disponibbli fuq|meħud|minn|fi|bla data|bla data|onlajn|ibid.|ed.|p./pp.|kap.|vol.|nru|ed./eds.|editjat minn|trad.|tradott minn",
  },
  nb: {
    terms:
      "og|mfl.|med flere|anon.|lest|tilgjengelig på|hentet|fra|i|u.å.|uten år|på nett|ibid.|utg.|s.|kap.|bd.|nr.|red.|redigert av|overs.|oversatt av",
    ordinal: ".",
  },
  nl: {
    terms:
      "en|e.a.|en anderen|anon.|geraadpleegd op|beschikbaar op|opgehaald|van|in|z.d.|zonder datum|online|ibid.|ed.|p./pp.|hfst.|vol.|nr.|red.|onder redactie van|vert.|vertaald door",
    ordinal: "e",
  },
  nn: {
    terms:
      "og|mfl.|med fleire|anon.|lesen|tilgjengeleg på|henta|frå|i|u.å.|utan år|på nett|ibid.|utg.|s.|kap.|bd.|nr.|red.|redigert av|oms.|omsett av",
    ordinal: ".",
  },
  pl: {
    terms:
      "i|i in.|i inni|anon.|dostęp|dostępne na|pobrano|z|w|b.d.|bez daty|online|ibid.|wyd.|s.|rozdz.|t.|nr|red.|pod redakcją|tłum.|przełożył",
    ordinal: ".",
  },
  pt: {
    terms:
      "e|et al.|e outros|anôn.|acesso em|disponível em|recuperado|de|em|s.d.|sem data|on-line|ibid.|ed.|p.|cap.|vol.|n.º|org./orgs.|organizado por|trad.|traduzido por",
    ordinal: "ª",
  },
  ro: {
    terms:
      "și|et al.|și alții|anon.|accesat|disponibil la|preluat|din|în|f.a.|fără dată|online|ibid.|ed.|p./pp.|cap.|vol.|nr.|ed.|editat de|trad.|tradus de",
  },
  ru: {
    terms:
      "и|и др.|и другие|анон.|дата обращения|доступно по|получено|из|в|б. д.|без даты|онлайн|там же|изд.|с.|гл.|т.|№|ред.|под редакцией|пер.|перевод",
    ordinal: "-е",
  },
  sk: {
    terms:
      "a|et al.|a ďalší|anon.|citované|dostupné na|získané|z|in|b.r.|bez dátumu|online|ibid.|vyd.|s.|kap.|zv.|č.|ed.|zostavil|prel.|preložil",
    ordinal: ".",
  },
  sl: {
    terms:
      "in|idr.|in drugi|anon.|dostop|dostopno na|pridobljeno|s|v|b. d.|brez datuma|na spletu|prav tam|izd.|str.|pogl.|zv.|št.|ur.|uredil|prev.|prevedel",
    ordinal: ".",
  },
  sr: {
    terms:
      "и|и др.|и други|анон.|приступљено|доступно на|преузето|са|у|б. д.|без датума|на интернету|исто|изд.|стр.|погл.|т.|бр.|ур.|уредио|прев.|превео",
    quotes: [
      ["„", "”"],
      ["’", "’"],
    ],
    ordinal: ".",
  },
  sv: {
    terms:
      "och|m.fl.|med flera|anon.|hämtad|tillgänglig på|hämtad|från|i|u.å.|utan år|online|ibid.|uppl.|s.|kap.|vol.|nr|red.|redigerad av|övers.|översatt av",
    ordinal: ":e",
    ordinals: { 1: ":a", 2: ":a", 11: ":e", 12: ":e" },
  },
  tr: {
    terms:
      "ve|vd.|ve diğerleri|anon.|erişim|erişim adresi|erişim|kaynak|içinde|t.y.|tarih yok|çevrimiçi|a.g.e.|bas.|s./ss.|böl.|c.|sy.|ed.|editör|çev.|çeviren",
    ordinal: ".",
  },
  uk: {
    terms:
      "та|та ін.|та інші|анон.|дата звернення|доступно за|отримано|з|у|б. д.|без дати|онлайн|там само|вид.|с.|розд.|т.|№|ред.|за редакцією|пер.|переклад",
    ordinal: "-те",
    ordinals: {
      1: "-ше",
      2: "-ге",
      3: "-тє",
      7: "-ме",
      8: "-ме",
      11: "-те",
      12: "-те",
      13: "-те",
      17: "-те",
      18: "-те",
    },
  },
  vi: {
    terms:
      "và|và c.s.|và những người khác|khuyết danh|truy cập|có tại|truy cập|từ|trong|không ngày|không ngày|trực tuyến|ibid.|ấn bản|tr.|chương|tập|số|b.t.|biên tập bởi|dịch|dịch bởi",
  },
  zh: {
    terms: "和|等|等|佚名|访问于|载于|检索于|来自|载|无日期|无日期|在线|同上|版|页|章|卷|期|编|编|译|译",
    quotes: [
      ["“", "”"],
      ["‘", "’"],
    ],
  },
  "zh-Hant": {
    terms: "和|等|等|佚名|存取於|取自|擷取於|來源|載|無日期|無日期|線上|同上|版|頁|章|卷|期|編|編|譯|譯",
    quotes: [
      ["「", "」"],
      ["『", "』"],
    ],
  },
};
