/** Months and forms of dates in languages of which citations know less than in others: facts of CLDR 47. */

/**
 * January to December as a date has them; short, when that is not the same; the form of a date in words and in
 * numbers, with the letters of CLDR: `d`, `MMMM`, `y`.
 */
export type Calendar = readonly [months: string, short: string, text: string, numeric: string];

export const CALENDARS: Readonly<Record<string, Calendar>> = {
  ar: [
    "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    "",
    "d MMMM y",
    "dd/MM/y",
  ],
  bg: [
    "януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември",
    "",
    "d MMMM y г.",
    "dd.MM.y г.",
  ],
  ca: [
    "de gener|de febrer|de març|d’abril|de maig|de juny|de juliol|d’agost|de setembre|d’octubre|de novembre|de desembre",
    "de gen.|de febr.|de març|d’abr.|de maig|de juny|de jul.|d’ag.|de set.|d’oct.|de nov.|de des.",
    "d MMMM del y",
    "dd/MM/y",
  ],
  cs: [
    "ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince",
    "",
    "d. MMMM y",
    "dd. MM. y",
  ],
  da: [
    "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december",
    "jan.|feb.|mar.|apr.|maj|jun.|jul.|aug.|sep.|okt.|nov.|dec.",
    "d. MMMM y",
    "dd.MM.y",
  ],
  el: [
    "Ιανουαρίου|Φεβρουαρίου|Μαρτίου|Απριλίου|Μαΐου|Ιουνίου|Ιουλίου|Αυγούστου|Σεπτεμβρίου|Οκτωβρίου|Νοεμβρίου|Δεκεμβρίου",
    "Ιαν|Φεβ|Μαρ|Απρ|Μαΐ|Ιουν|Ιουλ|Αυγ|Σεπ|Οκτ|Νοε|Δεκ",
    "d MMMM y",
    "dd/MM/y",
  ],
  et: [
    "jaanuar|veebruar|märts|aprill|mai|juuni|juuli|august|september|oktoober|november|detsember",
    "jaan|veebr|märts|apr|mai|juuni|juuli|aug|sept|okt|nov|dets",
    "d. MMMM y",
    "dd.MM.y",
  ],
  eu: [
    "urtarrila|otsaila|martxoa|apirila|maiatza|ekaina|uztaila|abuztua|iraila|urria|azaroa|abendua",
    "urt.|ots.|mar.|api.|mai.|eka.|uzt.|abu.|ira.|urr.|aza.|abe.",
    "y MMMM d",
    "y/MM/dd",
  ],
  fa: ["ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر", "", "d MMMM y", "y/MM/dd"],
  fi: [
    "tammikuuta|helmikuuta|maaliskuuta|huhtikuuta|toukokuuta|kesäkuuta|heinäkuuta|elokuuta|syyskuuta|lokakuuta|marraskuuta|joulukuuta",
    "",
    "d. MMMM y",
    "dd.MM.y",
  ],
  ga: [
    "Eanáir|Feabhra|Márta|Aibreán|Bealtaine|Meitheamh|Iúil|Lúnasa|Meán Fómhair|Deireadh Fómhair|Samhain|Nollaig",
    "Ean|Feabh|Márta|Aib|Beal|Meith|Iúil|Lún|MFómh|DFómh|Samh|Noll",
    "d MMMM y",
    "dd/MM/y",
  ],
  he: [
    "ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר",
    "ינו׳|פבר׳|מרץ|אפר׳|מאי|יוני|יולי|אוג׳|ספט׳|אוק׳|נוב׳|דצמ׳",
    "d בMMMM y",
    "dd.MM.y",
  ],
  hi: [
    "जनवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर",
    "जन॰|फ़र॰|मार्च|अप्रैल|मई|जून|जुल॰|अग॰|सित॰|अक्टू॰|नव॰|दिस॰",
    "d MMMM y",
    "dd/MM/y",
  ],
  hr: [
    "siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|listopada|studenoga|prosinca",
    "sij|velj|ožu|tra|svi|lip|srp|kol|ruj|lis|stu|pro",
    "d. MMMM y.",
    "dd. MM. y.",
  ],
  hu: [
    "január|február|március|április|május|június|július|augusztus|szeptember|október|november|december",
    "jan.|febr.|márc.|ápr.|máj.|jún.|júl.|aug.|szept.|okt.|nov.|dec.",
    "y. MMMM d.",
    "y. MM. dd.",
  ],
  id: [
    "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember",
    "Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des",
    "d MMMM y",
    "dd/MM/y",
  ],
  ja: ["1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月", "", "y年MMMMd日", "y/MM/dd"],
  ko: ["1월|2월|3월|4월|5월|6월|7월|8월|9월|10월|11월|12월", "", "y년 MMMM d일", "y. MM. dd."],
  lt: [
    "sausio|vasario|kovo|balandžio|gegužės|birželio|liepos|rugpjūčio|rugsėjo|spalio|lapkričio|gruodžio",
    "",
    "y m. MMMM d",
    "y-MM-dd",
  ],
  lv: [
    "janvāris|februāris|marts|aprīlis|maijs|jūnijs|jūlijs|augusts|septembris|oktobris|novembris|decembris",
    "janv.|febr.|marts|apr.|maijs|jūn.|jūl.|aug.|sept.|okt.|nov.|dec.",
    "y. gada d. MMMM",
    "dd.MM.y",
  ],
  mt: [
    "Jannar|Frar|Marzu|April|Mejju|Ġunju|Lulju|Awwissu|Settembru|Ottubru|Novembru|Diċembru",
    "Jan|Fra|Mar|Apr|Mej|Ġun|Lul|Aww|Set|Ott|Nov|Diċ",
    "d ta’ MMMM y",
    "dd/MM/y",
  ],
  nb: [
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember",
    "jan.|feb.|mars|apr.|mai|juni|juli|aug.|sep.|okt.|nov.|des.",
    "d. MMMM y",
    "dd.MM.y",
  ],
  nl: [
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
    "jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec",
    "d MMMM y",
    "dd-MM-y",
  ],
  nn: [
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember",
    "jan.|feb.|mars|apr.|mai|juni|juli|aug.|sep.|okt.|nov.|des.",
    "d. MMMM y",
    "dd.MM.y",
  ],
  pl: [
    "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia",
    "sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru",
    "d MMMM y",
    "dd.MM.y",
  ],
  pt: [
    "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
    "jan.|fev.|mar.|abr.|mai.|jun.|jul.|ago.|set.|out.|nov.|dez.",
    "d de MMMM de y",
    "dd/MM/y",
  ],
  ro: [
    "ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie",
    "ian.|feb.|mar.|apr.|mai|iun.|iul.|aug.|sept.|oct.|nov.|dec.",
    "d MMMM y",
    "dd.MM.y",
  ],
  ru: [
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    "янв.|февр.|мар.|апр.|мая|июн.|июл.|авг.|сент.|окт.|нояб.|дек.",
    "d MMMM y г.",
    "dd.MM.y",
  ],
  sk: [
    "januára|februára|marca|apríla|mája|júna|júla|augusta|septembra|októbra|novembra|decembra",
    "",
    "d. MMMM y",
    "dd. MM. y",
  ],
  sl: [
    "januar|februar|marec|april|maj|junij|julij|avgust|september|oktober|november|december",
    "jan.|feb.|mar.|apr.|maj|jun.|jul.|avg.|sep.|okt.|nov.|dec.",
    "d. MMMM y",
    "dd. MM. y",
  ],
  sr: [
    "јануар|фебруар|март|април|мај|јун|јул|август|септембар|октобар|новембар|децембар",
    "јан|феб|мар|апр|мај|јун|јул|авг|сеп|окт|нов|дец",
    "d. MMMM y.",
    "dd.MM.y.",
  ],
  sv: [
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
    "jan.|feb.|mars|apr.|maj|juni|juli|aug.|sep.|okt.|nov.|dec.",
    "d MMMM y",
    "y-MM-dd",
  ],
  tr: [
    "Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık",
    "Oca|Şub|Mar|Nis|May|Haz|Tem|Ağu|Eyl|Eki|Kas|Ara",
    "d MMMM y",
    "dd.MM.y",
  ],
  uk: [
    "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
    "січ.|лют.|бер.|квіт.|трав.|черв.|лип.|серп.|вер.|жовт.|лист.|груд.",
    "d MMMM y р.",
    "dd.MM.y",
  ],
  vi: [
    "tháng 1|tháng 2|tháng 3|tháng 4|tháng 5|tháng 6|tháng 7|tháng 8|tháng 9|tháng 10|tháng 11|tháng 12",
    "thg 1|thg 2|thg 3|thg 4|thg 5|thg 6|thg 7|thg 8|thg 9|thg 10|thg 11|thg 12",
    "d MMMM, y",
    "dd/MM/y",
  ],
  zh: ["1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月", "", "y年MMMMd日", "y/MM/dd"],
  "zh-Hant": ["1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月", "", "y年MMMMd日", "y/MM/dd"],
};
