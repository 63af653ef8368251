/** A briefing beside its articles → where it breaks the house style (docs/EDITORIAL.md); the rules that a program can check, by their names there. */
import type { Briefing, StoryBriefing, StoryMaterial } from '#model/briefing.ts';
import type { MessageDocument } from '#model/document.ts';
import { wordsOn } from './wish.ts';

export function faultsOf(briefing: Briefing, stories: readonly StoryMaterial[]): string[] {
  return briefing.stories.flatMap((story) => {
    const material = stories.find(({ id }) => id === story.storyId);
    if (material === undefined) return [`${story.storyId}: no such story`];
    return [
      ...headlineFaults(story),
      ...sentenceFaults(story, material),
      ...nameFaults(story, material),
      ...quoteFaults(story, material),
      ...figureFaults(story, material),
      ...sourceFaults(story),
    ];
  });
}

export function documentFaults(document: MessageDocument, isSample: boolean): string[] {
  const text = wordsOn(document);
  return [
    /\p{Extended_Pictographic}/u.test(text.replace(/[©®™]/g, '')) && 'D1 no emoji',
    /[\p{Cc}\u202a-\u202e]/u.test(document.summary) && 'D2 one line in the notification',
    isSample !== /SAMPLE/.test(document.summary) && 'D3 the sample is marked, and only the sample',
    document.summary.trim() === '' && 'D4 the notification says the lead',
    / {2}/.test(document.summary) && 'D5 clean spacing',
  ].filter((fault) => fault !== false);
}

function headlineFaults({ headline }: StoryBriefing): string[] {
  return [
    headline.trim() === '' && 'H1 a headline',
    /[a-z]{3}\.$/.test(headline) && `H2 no full stop: ${headline}`,
    /\s(?:\||::)\s/.test(headline) && `H3 no outlet: ${headline}`,
  ].filter((fault) => fault !== false);
}

function sentenceFaults(story: StoryBriefing, material: StoryMaterial): string[] {
  return story.summary.flatMap((sentence, index) => {
    const { text, span, source } = sentence;
    const whole = material.articles.find(({ article }) => article.id === source.articleId)?.article.text.slice(span.start, span.end) ?? '';
    const count = text.split(/\s+/).length;
    return [
      !standsIn(text, whole) && `S1 words in order: ${text}`,
      !/^(?:["“‘(]|'{1,2})?[\p{Lu}\d$€£]/u.test(text) && `S2 begins a sentence: ${text}`,
      !/[.!]["”’')\]]*$/.test(text) && `S3 ends a sentence: ${text}`,
      (count < 6 || count > 90) && `S4 length ${count}: ${text}`,
      /^(?:he|she|it|they|his|her|their|but|and|meanwhile|however|the two)\b/i.test(text) && `S5 stands alone: ${text}`,
      /^(?:earlier|initially|in particular|(?:days|weeks|months) later), |^[([].*[)\]]\.?$/is.test(text) && `S5 stands alone: ${text}`,
      /^(?:CLOSE|Hide Caption|Photos:|Story highlights)\b| \| |\((?:CNN|Reuters|AP|AFP)\)|\bas an interest to\b/.test(text) &&
        `S10 no furniture: ${text}`,
      story.quotes.some((quote) => text.includes(quote.text)) && `S6 not quoted below: ${text}`,
      story.summary.findIndex((other) => other.text === text) !== index && `S7 once: ${text}`,
      (text.match(/“/g) ?? []).length !== (text.match(/”/g) ?? []).length && `S8 marks close: ${text}`,
    ].filter((fault) => fault !== false);
  });
}

/** Whom the article names in full before it calls them by surname, the briefing does not call by surname first. A story of one sentence had no other. */
function nameFaults({ headline, summary }: StoryBriefing, { articles }: StoryMaterial): string[] {
  if (summary.length < 2) return [];
  return articles.flatMap(({ article, extraction }) => {
    const names = new Set(
      extraction.quotes.flatMap(({ speakers }) => speakers.filter(({ kind }) => kind === 'person').map(({ name }) => name)),
    );
    return [...names].flatMap((name) => {
      const [, surname] = /^\p{L}[\p{L}.’'-]* ([\p{L}’'-]{3,})$/u.exec(name) ?? [];
      if (surname === undefined) return [];
      if (headline.includes(surname)) return [];
      const word = new RegExp(`(\\S+ )?(?<![\\p{L}-])${surname}(?![\\p{L}-]| \\p{Lu})`, 'u');
      // "Reed", "Mr. Reed"; against "Governor Reed" and "the Reed inquiry".
      const isAlone = (text: string): boolean => /^(?:$|(?!(?:[Tt]he|[Aa]n?) )\P{Lu}|(?:Mr|Mrs|Ms)\b)/u.test(word.exec(text)?.[1] ?? '');
      if (isAlone(article.text.slice(extraction.sentences[0]?.start).replace(/\bThen /g, ''))) return [];
      const first = summary.find(({ text }) => text.includes(surname))?.text ?? '';
      return word.test(first) && isAlone(first) ? [`S11 ${name} by surname first: ${first}`] : [];
    });
  });
}

/** Each word of the sentence, in order, among the words of the article's sentence. */
function standsIn(sentence: string, whole: string): boolean {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  let at = 0;
  const held = words(whole);
  return words(sentence).every((word) => {
    at = held.indexOf(word, at) + 1;
    return at > 0;
  });
}

function quoteFaults(story: StoryBriefing, material: StoryMaterial): string[] {
  const seen = new Set<string>();
  const each = [...story.quotes, ...story.moreQuotes].flatMap((quote) => {
    const found = material.articles.find(({ article }) => article.id === quote.source.articleId);
    const isHeld = found?.extraction.quotes.some(
      ({ span, printed }) => printed && found.article.text.slice(span.start, span.end) === quote.text,
    );
    return [!isHeld && `Q1 verbatim and printed: ${quote.text}`, quote.speakers.length === 0 && `Q2 named: ${quote.text}`].filter(
      (fault) => fault !== false,
    );
  });
  const keys = story.quotes.flatMap((quote) => {
    const name = quote.speakers.join(' + ');
    const again = seen.has(name);
    seen.add(name);
    return [again && `Q3 one a speaker: ${name}`, quote.text.split(/\s+/).length > 90 && `Q4 not too long: ${quote.text}`].filter(
      (fault) => fault !== false,
    );
  });
  return [...each, ...keys, ...(story.quotes.length > 4 ? ['Q5 at most four'] : [])];
}

function figureFaults(story: StoryBriefing, material: StoryMaterial): string[] {
  const lines = story.figures.map((figure) => `${figure.values.map(({ amount }) => amount).join()} ${figure.counts}`);
  const each = story.figures.flatMap((figure) =>
    figure.values.flatMap(({ amount, modifier, saidBy, source }) => {
      const text = material.articles.find(({ article }) => article.id === source.articleId)?.article.text.replace(/\s+/g, ' ') ?? '';
      return [
        !text.toLowerCase().includes(amount.toLowerCase().replace(/^(?:up|down) /, '')) && `F1 as worded: ${amount}`,
        figure.counts.trim() === '' && `F2 counts something: ${amount}`,
        !/\p{N}|\p{L}/u.test(amount) && `F3 an amount: ${amount}`,
        !/^(?:– [\p{L}\p{N}“]|\p{Ll})/u.test(figure.counts) && `F6 begins as a clause or behind a dash: ${amount} ${figure.counts}`,
        /^– \p{Lu}[\p{L}’.-]*$/u.test(figure.counts) &&
          modifier !== 'up' &&
          modifier !== 'down' &&
          `F6 no stray name: ${amount} ${figure.counts}`,
        isCut(figure.counts) && `F7 whole: ${amount} ${figure.counts}`,
        saidBy !== undefined && namesAgain(figure.counts, saidBy) && `F8 the sayer once: ${amount} ${figure.counts}, ${saidBy}`,
        (modifier === 'up' || modifier === 'down') && !/^(?:up|down|minus|negative|[-−+])/.test(amount) && `F9 which way: ${amount}`,
      ].filter((fault) => fault !== false);
    }),
  );
  return [
    ...each,
    ...(story.figures.length > 5 ? ['F4 at most five'] : []),
    ...(new Set(lines).size < lines.length ? [`F5 once: ${lines.join(' / ')}`] : []),
  ];
}

/** Ends in a word that must go on, or holds a mark that is not closed. */
const isCut = (counts: string): boolean =>
  /(?:^|\s)(?:of|by|for|from|with|to|and|or|the|an?|as|than|that|which|who|whose|its|their|his|her|were|was|is|are)$/i.test(counts) ||
  /^– ?$|[,;:–-]$|["“”()[\]…]/.test(counts);

/** "paid by Strait Lines, according to Strait Lines". */
const namesAgain = (counts: string, saidBy: string): boolean =>
  ` ${counts.toLowerCase()} `.includes(` by ${saidBy.toLowerCase().replace(/^(?:the|an?) /, '')} `) ||
  counts.toLowerCase().replace(/^– /, '') === saidBy.toLowerCase();

function sourceFaults(story: StoryBriefing): string[] {
  const named = new Set(story.sources.map(({ articleId }) => articleId));
  const cited = [...story.summary, ...story.quotes].map(({ source }) => source.articleId);
  const times = story.sources.map(({ publishedAt }) => publishedAt);
  return [
    cited.some((id) => !named.has(id)) && 'R1 each source is named',
    times.some((time, index) => index > 0 && time > (times[index - 1] ?? 0)) && 'R2 newest first',
    new Set(story.sources.map(({ url }) => url)).size < story.sources.length && 'R3 once',
  ].filter((fault) => fault !== false);
}
