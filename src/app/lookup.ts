/** A request for quotes or figures → the document that lists them, or what is near where none are found. */

import { presentFigures, presentQuotes } from '#brief/present-listings.ts';
import { presentNotFound } from '#brief/present-not-found.ts';
import { PRINT_FROM } from '#extract/confidence.ts';
import type { Asker } from '#model/command.ts';
import type { Config } from '#model/config.ts';
import type { MessageDocument } from '#model/document.ts';
import type { FigureRequest, QuoteRequest } from '#model/request.ts';
import { phrases } from '#phrases/listings.ts';
import type { Storage } from '#storage/storage.ts';
import { unitsAsked } from '#text/units-asked.ts';
import { whoIsMeant } from './find-speaker.ts';
import { nearTopics } from './near-topics.ts';
import type { Reader } from './reader.ts';
import { wordsOf } from './topics.ts';
import { withdrawnOf } from './withdrawn.ts';

/** A quote that no briefing prints is listed, marked as not certain, from here on; below it nobody's name is put beside it. */
export const LEAST_CONFIDENCE = 0.3;
const MAX_OTHERS = 3;
const QUOTES_A_PAGE = 12;
const FIGURES_A_PAGE = 12;

export type QuoteRules = Config['quotes'] & { readonly asker: Asker };

export async function answerQuotes(request: QuoteRequest, rules: QuoteRules, reader: Reader, storage: Storage): Promise<MessageDocument> {
  const { asker } = rules;
  const { library } = storage.tenant(reader.tenant);
  const found = request.speaker === undefined ? undefined : await whoIsMeant(request.speaker, library);
  if (found !== undefined && 'near' in found) {
    const { speaker = '' } = request;
    // "putin on ukraine", once it is no name as a whole: a Committee on Trade is one.
    const [who = '', ...subject] = speaker.split(/ (?:on|regarding) /i);
    if (who !== '' && subject.length > 0 && request.about === undefined)
      return answerQuotes({ ...request, speaker: who, about: subject.join(' ') }, rules, reader, storage);
    const near = found.near.map((name) => ({ name, ask: `quotes ${name}` }));
    // A body or an office whose people speak for it.
    const words = wordsOf(speaker);
    const mentioned = words.length ? (await library.quotes({ about: words, leastConfidence: PRINT_FROM, limit: 1 })).total : 0;
    if (mentioned) near.push({ name: phrases.quotesNaming(speaker), ask: `quotes about:${quoted(speaker)}` });
    return presentNotFound({ what: phrases.quotesBy(`“${speaker}”`), near, isSample: reader.isSample });
  }
  const speakers = found?.names ?? [];
  const about = request.about === undefined ? [] : wordsOf(request.about);
  const skip = request.skip ?? 0;
  const { total, quotes } = await library.quotes({
    ...(speakers.length && { speakers }),
    ...(about.length && { about }),
    ...(request.since !== undefined && { since: request.since }),
    leastConfidence: rules.unclear === 'mark' ? LEAST_CONFIDENCE : PRINT_FROM,
    skip,
    limit: QUOTES_A_PAGE,
  });
  const withdrawn = await withdrawnOf(storage.tenant(asker.tenant));
  const shown = quotes.filter(({ article, text }) => !withdrawn.quote(article, text));
  const asked = [phrases.both(found?.shown ?? []), request.about && phrases.about(request.about)].filter(Boolean).join(' ');
  if (!total) {
    const wider = speakers[0] ? [{ name: phrases.allQuotesBy(speakers[0]), ask: `quotes ${quoted(request.speaker)}` }] : [];
    const ever = ['quotes', quoted(request.speaker), request.about && `about:${quoted(request.about)}`].filter(Boolean).join(' ');
    return presentNotFound({
      what: within(speakers[0] ? phrases.quotesBy(asked) : phrases.someQuotes(asked), request.since, asker),
      near: request.since === undefined || (speakers[0] && !about.length) ? wider : [{ name: phrases.atAnyTime, ask: ever }, ...wider],
      isSample: reader.isSample,
    });
  }
  const ask = ['quotes', quoted(request.speaker), request.about && `about:${quoted(request.about)}`, since(request)]
    .filter(Boolean)
    .join(' ');
  const others = found?.others.slice(0, MAX_OTHERS) ?? [];
  return presentQuotes(shown, {
    asked,
    ask,
    total,
    skip,
    zone: asker.zone,
    isSample: reader.isSample,
    asOf: reader.now,
    others,
    since: request.since,
  });
}

export async function answerFigures(
  request: FigureRequest,
  asker: Asker,
  reader: Reader,
  storage: Storage,
  /** Said before the figures: they are not quite what was asked for. */
  note?: string,
): Promise<MessageDocument> {
  const { library } = storage.tenant(reader.tenant);
  const words = request.words === undefined ? [] : wordsOf(request.words);
  const skip = request.skip ?? 0;
  const { total, figures } = await library.figures({
    ...(words.length && { words }),
    ...(request.unit !== undefined && { units: unitsAsked(request.unit) }),
    ...(request.since !== undefined && { since: request.since }),
    skip,
    limit: FIGURES_A_PAGE,
  });
  const withdrawn = await withdrawnOf(storage.tenant(asker.tenant));
  const shown = figures.filter(({ article, text }) => !withdrawn.figure(article, text));
  const asked = [request.words, request.unit && phrases.inUnit(request.unit)].filter(Boolean).join(' ');
  if (!total) {
    const near = request.words === undefined ? [] : await nearTopics(request.words, library, []);
    // One of the words is a topic of its own: its figures, and a line that says what was left out.
    const topic = near.find((name) => name !== request.words && words.includes(name.toLowerCase()));
    if (topic !== undefined && note === undefined)
      return answerFigures({ ...request, words: topic }, asker, reader, storage, phrases.onlyAbout(request.words ?? '', topic));
    const ever = ['figures', request.words, request.unit && `unit:${quoted(request.unit)}`].filter(Boolean).join(' ');
    return presentNotFound({
      what: within(phrases.someFigures(asked), request.since, asker),
      near: [
        ...(request.since === undefined ? [] : [{ name: phrases.atAnyTime, ask: ever }]),
        ...near.map((name) => ({ name, ask: `figures ${name}` })),
      ],
      isSample: reader.isSample,
    });
  }
  const ask = ['figures', request.words, request.unit && `unit:${quoted(request.unit)}`, since(request)].filter(Boolean).join(' ');
  const page = { total, skip, zone: asker.zone, isSample: reader.isSample, asOf: reader.now, since: request.since };
  return presentFigures(shown, { asked, ask, ...page, ...(note !== undefined && { note }) });
}

const quoted = (words: string | undefined) => (words?.includes(' ') ? `"${words.replaceAll('"', '')}"` : words);
const since = ({ since: at }: { readonly since?: number }) => at !== undefined && `since:${new Date(at).toISOString()}`;

/** "quotes by Ada Lind since 3 March 2026": there may be older ones. */
function within(what: string, at: number | undefined, { locale, zone }: Asker): string {
  if (at === undefined) return what;
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' });
  return phrases.sinceDay(what, format.format(at));
}
