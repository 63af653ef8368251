/** A text → the language it is written in, by its script or its function words; undefined where it is too short or mixed to tell. */

/** Words that stand in almost every sentence of the language, and seldom in another. Adding a language: one line. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to that is was for with his it by are from at have this had not they which but their has been were will would there who',
  de: 'der die das und ist nicht mit auf für sich dem den ein eine auch werden wurde nach bei aus wird dass oder sind über einen zum zur hat',
  fr: 'le la les des et est une dans pour que qui sur pas avec plus au aux ont été cette par ce son ses leur mais selon',
  es: 'el la los las de que y en un una por con para del se su al es lo como más pero sus ha fue según este está',
  it: 'il lo la gli di che è un una per con non sono del della dei delle alla nel si ha anche come più dal degli questo',
  pt: 'o os as de que e do da em um uma para com não por mais dos das no na ao foi se sua pelo pela são também',
  nl: 'de het een van en is dat op te zijn voor met niet aan ook door bij naar heeft werd worden nog uit zich deze die',
  sv: 'och att det som en på är av för med den till inte har de om ett men var från vid efter sig också',
  da: 'og at det som en på er af for med den til ikke har de om et men var fra ved efter sig også blev',
  fi: 'ja on ei että se hän oli ovat mutta myös kun mukaan jotka sekä joka ole kuin tai vuonna',
  pl: 'i w na z się nie że do jest to o jak po od za przez dla oraz był która który są ale',
  cs: 'a v na se je že s z do o pro by ale jako po od k který bylo podle jsou byl také',
  hu: 'a az és hogy nem is egy van volt meg azt ez csak már még mint el szerint de',
  ro: 'și de la în a o care cu pe nu din un pentru este că mai au fost sunt prin după',
  tr: 've bir bu da de için ile olarak olan daha çok gibi ancak göre kadar sonra oldu en',
  id: 'yang dan di dari untuk dengan ini itu pada tidak dalam akan ke oleh juga telah sebagai mereka',
  tl: 'ang ng sa na mga ay at ni si kay nang para ito siya hindi kung din rin ayon nasa',
  vi: 'và của là các trong có được cho với không một người này đã những khi tại về',
};

/** Where most letters are of one of these, the script tells; a script of several languages is named after the largest. */
const SCRIPTS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['uk', /[іїєґІЇЄҐ]/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['th', /\p{Script=Thai}/gu],
];
/** A sign of the script in so many letters: Japanese mixes Han in, Ukrainian has its own few among Cyrillic ones. */
const LEAST_SHARE: Readonly<Record<string, number>> = { ja: 0.1, uk: 0.03 };

const CHARS = 4_000;
const MIN_WORDS = 15;
/** Of an English text about 25 words of 100 are in its list; a text that names foreign titles has few of another. */
const MIN_SHARE = 0.12;
/** So much more than the next language. */
const CLEARLY = 1.3;

const sets = new Map(Object.entries(FUNCTION_WORDS).map(([language, words]) => [language, new Set(words.split(' '))]));

/** A BCP 47 tag: "en", "de". */
export function languageOf(text: string): string | undefined {
  const part = text.slice(0, CHARS);
  const letters = part.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, pattern] of SCRIPTS) {
    const own = part.match(pattern)?.length ?? 0;
    if (letters >= MIN_WORDS && own / letters >= (LEAST_SHARE[language] ?? 0.5)) return language;
  }
  const words = part.toLowerCase().match(/[\p{L}]+/gu) ?? [];
  if (words.length < MIN_WORDS) return undefined;
  const [best, next] = [...sets]
    .map(([language, held]) => ({ language, share: words.filter((word) => held.has(word)).length / words.length }))
    .sort((a, b) => b.share - a.share);
  if (best === undefined || best.share < MIN_SHARE) return undefined;
  return best.share >= CLEARLY * (next?.share ?? 0) ? best.language : undefined;
}

/** Whether the rules of this house can read it; what nobody can tell is tried. */
export const isRead = (language: string | undefined): boolean => language === undefined || /^en(?![a-z])/i.test(language);
