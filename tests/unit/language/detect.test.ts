/** The language of a text is found from its letters and its commonest words. */
import { expect, test } from "vitest";
import { languageOf } from "../../../src/language/detect.js";

test.each([
  [
    "en",
    "The boats lie in the harbour, and it is not yet day. You can hear that the tide is with them, as on every morning.",
  ],
  [
    "fr",
    "Les bateaux sont dans le port et il ne fait pas encore jour. On entend que la mer est avec eux, comme sur une île.",
  ],
  [
    "de",
    "Die Boote liegen im Hafen, und es ist noch nicht Tag. Der Wind kommt von der See, das Wasser steigt mit dem Mond, und auch die Möwen sind da.",
  ],
  [
    "es",
    "Los barcos están en el puerto y no es de día. Se oye que la marea está con los pescadores, como en una isla de las del sur.",
  ],
  [
    "pt",
    "Os barcos estão no porto e não é dia. Uma gaivota passa com o vento, os homens são do mar, e as redes da noite estão em terra para secar.",
  ],
  [
    "it",
    "Le barche sono nel porto e non è ancora giorno. Il mare è una strada che si apre per gli uomini, e i gabbiani sono con le onde della sera.",
  ],
  [
    "nl",
    "De boten liggen in de haven en het is nog niet licht. Het water van de zee is met de maan op weg, en een meeuw zit aan de kade voor een visser.",
  ],
  [
    "sv",
    "Båtarna ligger i hamnen och det är inte dag än. En fiskare som går på kajen har nät med sig till havet, och det är kallt för den tiden av året.",
  ],
  [
    "pl",
    "Łodzie stoją w porcie i jest jeszcze noc. Nie wiem, że morze jest z nami, ale jak to się mówi, na wodzie nie jest się samemu, i po co do brzegu.",
  ],
  [
    "tr",
    "Tekneler limanda ve bir martı da orada. Deniz için ne çok şey söylenir, bu su gibi, daha da çok, ile ve bir ada için, çok olarak bir gün.",
  ],
  [
    "vi",
    "Những con thuyền nằm trong bến và trời chưa sáng. Các ngư dân không được nghỉ, một người là của biển, có gió với họ.",
  ],
  ["ru", "Лодки стоят в гавани, и ещё не рассвело. Рыбаки вышли на берег."],
  ["uk", "Човни стоять у гавані, і ще не розвиднілося. Її шум чути з берега, де є ґанок."],
  ["bg", "Лодките стоят в залива, а денят още не е дошъл. Морето е тъмно."],
  ["ar", "القوارب في الميناء ولم يطلع النهار بعد، والبحر هادئ إلى المدينة البعيدة."],
  ["fa", "قایق‌ها در بندر هستند و هنوز روز نشده است؛ چند پرنده از کنار آب می‌گذرند."],
  ["he", "הסירות בנמל ועוד לא עלה היום. הים שקט והדייגים יוצאים אל החוף."],
  ["el", "Οι βάρκες είναι στο λιμάνι και δεν έχει ξημερώσει ακόμη η μέρα."],
  ["ja", "船は港にある。まだ夜は明けていない。漁師たちは海へ出ていく。"],
  ["zh", "船在港口里，天还没有亮。渔民们对着大海说话，这时候风来了，国家也安静。"],
  ["zh-Hant", "船在港口裡，天還沒有亮。漁民們對著大海說話，這時候風來了。"],
  ["ko", "배는 항구에 있고 아직 날이 밝지 않았다. 어부들은 바다로 나간다."],
  ["th", "เรืออยู่ในท่าเรือและยังไม่สว่าง ชาวประมงออกไปสู่ทะเลกว้าง"],
])("%s", (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test("code, tags and addresses do not count", () => {
  const text =
    "Die Boote liegen im Hafen, und es ist noch nicht Tag; der Wind kommt von der See auf das Land.";
  const code = "```js\nthe of and to is in that it for you are with this\n```\n";
  const tags = '`the of and to` <img alt="the of and is"> [x](http://the.of/and/is/in/that)\n';
  expect(languageOf(`${code}${tags.repeat(9)}${text}`)).toBe("de");
});

test.each([
  ["nothing", ""],
  ["a few names", "# Anna, Bo, Li"],
  [
    "words that are common in no language",
    "Lorem ipsum dolor consectetur adipiscing elit sed eiusmod tempor ".repeat(5),
  ],
])("%s tells no language", (_, text) => {
  expect(languageOf(text)).toBeUndefined();
});
