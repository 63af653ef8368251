/** A request for quotes or figures → the document that lists them, or what is near where none are found. */
import { presentFigures, presentQuotes } from '#brief/present-listings.ts';
import { presentNotFound } from '#brief/present-not-found.ts';
import type { Asker } from '#model/command.ts';
import type { MessageDocument } from '#model/document.ts';
import type { FigureRequest, QuoteRequest } from '#model/request.ts';
import type { KnownSpeaker, Storage } from '#storage/storage.ts';
import { unitsAsked } from '#text/units-asked.ts';
import { nearTopics } from './answer-brief.ts';
import { nearest } from './nearest.ts';
import type { Reader } from './reader.ts';
import { wordsOf } from './topics.ts';

/** A quote that no briefing prints is listed, marked as not certain, from here on; below it nobody's name is put beside it. */
const LEAST_CONFIDENCE = 0.3;
const QUOTES_A_PAGE = 12;
const FIGURES_A_PAGE = 12;

export async function answerQuotes(request: QuoteRequest, asker: Asker, reader: Reader, storage: Storage): Promise<MessageDocument> {
  const { library } = storage.tenant(reader.tenant);
  const known = request.speaker === undefined ? [] : await library.speakers(request.speaker, 50);
  const speakers = samePerson(known);
  if (request.speaker !== undefined && !speakers.length) {
    const all = (await library.speakers('', 200)).map(({ name }) => name);
    const near = nearest(request.speaker, all).map((name) => ({ name, ask: `quotes ${name}` }));
    return presentNotFound({ what: `quotes by “${request.speaker}”`, near, isSample: reader.isSample });
  }
  const about = request.about === undefined ? [] : wordsOf(request.about);
  const skip = request.skip ?? 0;
  const { total, quotes } = await library.quotes({
    ...(speakers.length && { speakers }),
    ...(about.length && { about }),
    ...(request.since !== undefined && { since: request.since }),
    leastConfidence: LEAST_CONFIDENCE,
    skip,
    limit: QUOTES_A_PAGE,
  });
  const asked = [speakers[0], request.about && `about ${request.about}`].filter(Boolean).join(' ');
  if (!total) {
    const wider = speakers[0] ? [{ name: `All quotes by ${speakers[0]}`, ask: `quotes ${request.speaker}` }] : [];
    return presentNotFound({
      what: `quotes${asked ? ` ${speakers[0] ? 'by ' : ''}${asked}` : ''}`,
      near: wider,
      isSample: reader.isSample,
    });
  }
  const ask = ['quotes', quoted(request.speaker), request.about && `about:${quoted(request.about)}`, since(request)]
    .filter(Boolean)
    .join(' ');
  return presentQuotes(quotes, { asked, ask, total, skip, zone: asker.zone, isSample: reader.isSample, asOf: reader.now });
}

export async function answerFigures(request: FigureRequest, asker: Asker, reader: Reader, storage: Storage): Promise<MessageDocument> {
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
  const asked = [request.words, request.unit && `in ${request.unit}`].filter(Boolean).join(' ');
  if (!total) {
    const near = request.words === undefined ? [] : await nearTopics(request.words, library, []);
    return presentNotFound({
      what: `figures${asked ? ` for “${asked}”` : ''}`,
      near: near.map((name) => ({ name, ask: `figures ${name}` })),
      isSample: reader.isSample,
    });
  }
  const ask = ['figures', request.words, request.unit && `unit:${quoted(request.unit)}`, since(request)].filter(Boolean).join(' ');
  return presentFigures(figures, { asked, ask, total, skip, zone: asker.zone, isSample: reader.isSample, asOf: reader.now });
}

const quoted = (words: string | undefined) => (words?.includes(' ') ? `"${words.replaceAll('"', '')}"` : words);
const since = ({ since: at }: { readonly since?: number }) => at !== undefined && `since:${new Date(at).toISOString()}`;

/**
 * Of the speakers that fit what was typed, the one who said most, with the shorter and longer forms of that same name
 * ("Putin" beside "Vladimir Putin"); somebody else of that surname is left out.
 */
function samePerson(known: readonly KnownSpeaker[]): string[] {
  const [first, ...rest] = known;
  if (!first) return [];
  const parts = (name: string) => name.toLowerCase().split(/\s+/);
  const within = (a: string, b: string) => parts(a).every((part) => parts(b).includes(part));
  return [first.name, ...rest.map(({ name }) => name).filter((name) => within(name, first.name) || within(first.name, name))];
}
