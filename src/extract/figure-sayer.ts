/** A noun phrase that a figure is said to come from → whether it can say anything: somebody, a body, a name, or a writing. */
import type { Stretch, Tagged } from './phrases.ts';
import { isAgentNoun, isBodyNoun } from './speaker-nouns.ts';
import { singularOf } from './word-forms.ts';

/** "according to the final", "agents opposed to the operation, who said": a thing says nothing, unless it is a paper, a person or a body. */
export function isNoSayer({ tokens, tags }: Tagged, { first, last }: Stretch): boolean {
  if (/^no$/.test(tokens[first]?.lower ?? '')) return true;
  const isNamed = tokens.slice(Math.max(1, first), last + 1).some(({ text }) => /^\p{Lu}/u.test(text));
  if (isNamed) return false;
  let head = first;
  for (
    let i = first;
    i <= last && (i === first || i === last || !/^(?:prep|verb|participle)$/.test(tags[i] ?? '')) && tags[i] !== 'prep';
    i++
  ) {
    head = i;
  }
  const low = tokens[head]?.lower ?? '';
  // "according to [a Saturday] letter"
  if (first === last && /^(?:letter|report|study|paper|survey|poll|statement|release|memo|filing|document)$/.test(low)) return true;
  // "according to data": whose
  if (
    first === last &&
    /^(?:data|figures|numbers|statistics|estimates|records|documents|results|findings|details|research|analysis)$/.test(low)
  )
    return true;
  const forms = [low, singularOf(low), low.replace(/s$/, '')];
  return head > 0 && !forms.some((form) => isAgentNoun(form) || isBodyNoun(form) || sources.has(form));
}

/** Writings, and bodies that the list of speakers lacks; without the plural’s "s". */
const sources = new Set(
  `report paper poll survey study data figure number statistic estimate count tally record document filing lawsuit complaint indictment affidavit statement release announcement letter memo email analysis
  analyses review research forecast projection finding result return census index audit investigation inquiry article book story stories account minute transcript testimony tracker database website site page
  post tweet media press model reporting assessment briefing sheet notice ruling opinion bulletin calculation chart map list log schedule summary guideline official authority authorities source treasury exchequer
  exchange watchdog observer activist local resident witness relative aide ally allies critic supporter palace kremlin pentagon charity charities carmaker airline giant start-up startup coalition brigade mission family families
  monastery temple museum zoo church bank firm company newspaper daily network outlet operator fund trust programme program campaign leadership village town city county state country region district`.split(
    /\s+/,
  ),
);
