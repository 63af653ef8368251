/** A seed → news articles that nobody wrote: invented people, quotes in several forms, figures, about 5 KB each; the same seed gives the same articles. */

export type GeneratedArticle = { readonly title: string; readonly text: string; readonly publishedAt: number; readonly topic: string };

/** mulberry32 by Tommy Ettinger (public domain): a small generator that is good enough to pick words. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES =
  'ka lo mi ren tos var bel dun hal sor qui pra nev ost ely gar fen wyn zor tal bri che mon pel rus tam ul vek yor zin'.split(' ');
const ROLES = ['mayor', 'finance minister', 'police chief', 'chief executive', 'union leader', 'head coach', 'senior researcher'];
const NOUNS = 'harbour budget hospital bridge railway forest strike election ferry storm market school court reactor museum dam'.split(' ');
const VERBS = 'opened delayed rejected approved closed rebuilt sold flooded lost won'.split(' ');
const PLAIN =
  'water night price road council winter report plan money family street answer question letter river weather window season garden engine paper village garage office number reason number story animal morning teacher doctor captain driver worker field table machine island mountain station record signal border shelter supply kitchen ticket'.split(
    ' ',
  );
const LINKS = 'before after while because although without behind against beside under over near'.split(' ');
const DOINGS =
  'reached moved crossed repaired counted carried watched measured blocked covered followed changed saved missed reopened'.split(' ');

/** Words of Zipf-like frequency, so that some are common and most are rare, as in news. @param atLeast Characters of the text. */
export function generateArticle(index: number, atLeast = 5000): GeneratedArticle {
  const next = random(index + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const rare = () => Array.from({ length: 2 + Math.floor(next() * 2) }, () => pick(SYLLABLES)).join('');
  const name = () => rare().replace(/^./, (letter) => letter.toUpperCase());
  const noun = () => (next() < 0.3 ? rare() : pick(next() < 0.5 ? PLAIN : NOUNS));
  const clause = () => `the ${noun()} ${pick(DOINGS)} the ${noun()} ${pick(LINKS)} a ${noun()} of the ${noun()}`;
  const subject = pick(NOUNS);
  const place = name();
  const people = Array.from({ length: 4 }, () => ({ full: `${name()} ${name()}`, role: pick(ROLES) }));
  const figure = () =>
    `${(1 + Math.floor(next() * 90)).toLocaleString('en')}${pick([' percent', ',000 people', ' million dollars', ' kilometres'])}`;
  const upper = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase());
  const paragraphs = [
    `The ${subject} of ${place} was ${pick(VERBS)} on Tuesday after ${figure()} had been counted by officials, and ${clause()}.`,
  ];
  for (let length = paragraphs[0]?.length ?? 0; length < atLeast; length += 2 + (paragraphs.at(-1)?.length ?? 0)) {
    const { full, role } = pick(people);
    const surname = full.split(' ')[1];
    paragraphs.push(
      pick([
        `“${upper(clause())},” ${full}, the ${role} of ${place}, told reporters.`,
        `“${upper(clause())},” ${surname} said. “${upper(clause())}.”`,
        `${full} said the ${noun()} would cost around ${figure()}, according to the ministry, while ${clause()}.`,
        `Residents near the ${noun()} had waited since ${name()} ${pick(VERBS)} the plan, and at least ${figure()} were affected by it.`,
        `${upper(clause())}, and ${clause()}. ${upper(clause())}.`,
      ]),
    );
  }
  return {
    title: `${place}: ${subject} ${pick(VERBS)} as ${name()} ${pick(VERBS)} ${noun()}`,
    text: paragraphs.join('\n\n'),
    publishedAt: Date.UTC(2026, 0, 1) + index * 60_000,
    topic: `${place.toLowerCase()}-${subject}`,
  };
}
