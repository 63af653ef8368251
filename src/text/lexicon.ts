/** A word → its classes and its readings as a verb: the word lists of this folder, made ready to look up. */
import { CUE_VERBS, type CueClass, IRREGULAR } from './cue-verbs-en.ts';
import { inflect, type VerbForm } from './inflect.ts';
import * as en from './lexicon-en.ts';
import { COMMON_VERBS, IRREGULAR_COMMON } from './verbs-en.ts';

export type VerbReading = { readonly lemma: string; readonly forms: ReadonlySet<VerbForm>; readonly cue: ReadonlySet<CueClass> };
type Entry = { lemma: string; forms: Set<VerbForm>; cue: Set<CueClass> };

const listed = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

export const determiners = listed(en.DETERMINERS);
export const prepositions = listed(en.PREPOSITIONS);
export const conjunctions = listed(en.CONJUNCTIONS);
export const subordinators = listed(en.SUBORDINATORS);
export const auxiliaries = listed(en.AUXILIARIES);
export const adverbs = listed(en.ADVERBS);
export const times = listed(en.TIMES);
export const titles = listed(en.TITLES);
export const bodyWords = listed(en.BODY_WORDS);
export const personNouns = listed(en.PERSON_NOUNS);
export const bodyNouns = listed(en.BODY_NOUNS);

const readings = new Map<string, Entry>();
/** lemma → its particle → the class: "point" → "out" → say. */
const phrasal = new Map<string, Map<string, Set<CueClass>>>();

function addVerb(base: string, cue?: CueClass): void {
  const forms = inflect(base, IRREGULAR[base] ?? IRREGULAR_COMMON[base]);
  for (const [form, kind] of forms) {
    const entry = readings.get(form) ?? { lemma: base, forms: new Set(), cue: new Set() };
    entry.forms.add(kind);
    if (form.endsWith('ed') && kind === 'past') entry.forms.add('participle');
    if (cue !== undefined) entry.cue.add(cue);
    readings.set(form, entry);
  }
}

for (const [cue, list] of Object.entries(CUE_VERBS) as [CueClass, string][]) {
  for (const item of list.trim().split(/\s+/)) {
    const [base = '', ...particles] = item.split('_');
    if (particles.length === 0) addVerb(base, cue);
    else {
      addVerb(base);
      const byParticle = phrasal.get(base) ?? new Map<string, Set<CueClass>>();
      const key = particles[0] ?? '';
      byParticle.set(key, (byParticle.get(key) ?? new Set()).add(cue));
      phrasal.set(base, byParticle);
    }
  }
}
for (const base of COMMON_VERBS.trim().split(/\s+/)) addVerb(base);
/** British and American doubles that the table cannot hold. */
for (const form of ['labelled', 'labelling', 'counselled', 'signalled', 'marvelled', 'spelt', 'learnt', 'dreamt', 'lay']) {
  if (!readings.has(form)) readings.set(form, { lemma: form, forms: new Set(['past', 'participle']), cue: new Set() });
}

export const verbReading = (low: string): VerbReading | undefined => readings.get(low);
export const phrasalCue = (lemma: string, particle: string): ReadonlySet<CueClass> | undefined => phrasal.get(lemma)?.get(particle);
