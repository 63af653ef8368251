/** A word → its classes and its readings as a verb: the word lists of this folder, made ready to look up. */
import { CUE_VERBS, type CueClass, IRREGULAR } from './cue-verbs-en.ts';
import { inflect, type VerbForm } from './inflect.ts';
import * as en from './lexicon-en.ts';
import { COMMON_VERBS, IRREGULAR_COMMON } from './verbs-en.ts';

export type VerbReading = { readonly lemma: string; readonly forms: ReadonlySet<VerbForm>; readonly cue: ReadonlySet<CueClass> };

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

const readings = new Map<string, VerbReading>();
/** lemma → its particle → the class: "point" → "out" → say. */
const phrasal = new Map<string, Map<string, ReadonlySet<CueClass>>>();

/** Thousands of forms share a few dozen sets. */
const noForms: ReadonlySet<VerbForm> = new Set();
const noCues: ReadonlySet<CueClass> = new Set();
const largerForms = new Map<ReadonlySet<VerbForm>, Map<VerbForm, ReadonlySet<VerbForm>>>();
const largerCues = new Map<ReadonlySet<CueClass>, Map<CueClass, ReadonlySet<CueClass>>>();

/** The set with one more: the same one each time. */
function adding<T>(set: ReadonlySet<T>, item: T, larger: Map<ReadonlySet<T>, Map<T, ReadonlySet<T>>>): ReadonlySet<T> {
  if (set.has(item)) return set;
  const known = larger.get(set) ?? new Map<T, ReadonlySet<T>>();
  const made = known.get(item) ?? new Set([...set, item]);
  larger.set(set, known.set(item, made));
  return made;
}

function addVerb(base: string, cue?: CueClass): void {
  for (const [form, kind] of inflect(base, IRREGULAR[base] ?? IRREGULAR_COMMON[base])) {
    const known = readings.get(form);
    const forms = adding(known?.forms ?? noForms, kind, largerForms);
    readings.set(form, {
      lemma: known?.lemma ?? base,
      forms: form.endsWith('ed') && kind === 'past' ? adding(forms, 'participle', largerForms) : forms,
      cue: cue === undefined ? (known?.cue ?? noCues) : adding(known?.cue ?? noCues, cue, largerCues),
    });
  }
}

for (const [cue, list] of Object.entries(CUE_VERBS) as [CueClass, string][]) {
  for (const item of list.trim().split(/\s+/)) {
    const [base = '', ...particles] = item.split('_');
    if (particles.length === 0) addVerb(base, cue);
    else {
      addVerb(base);
      const byParticle = phrasal.get(base) ?? new Map<string, ReadonlySet<CueClass>>();
      const key = particles[0] ?? '';
      byParticle.set(key, adding(byParticle.get(key) ?? noCues, cue, largerCues));
      phrasal.set(base, byParticle);
    }
  }
}
for (const base of COMMON_VERBS.trim().split(/\s+/)) addVerb(base);
/** British and American doubles that the table cannot hold. */
const pastForms = adding(adding(noForms, 'past', largerForms), 'participle', largerForms);
for (const form of ['labelled', 'labelling', 'counselled', 'signalled', 'marvelled', 'spelt', 'learnt', 'dreamt', 'lay']) {
  if (!readings.has(form)) readings.set(form, { lemma: form, forms: pastForms, cue: noCues });
}

export const verbReading = (low: string): VerbReading | undefined => readings.get(low);
export const phrasalCue = (lemma: string, particle: string): ReadonlySet<CueClass> | undefined => phrasal.get(lemma)?.get(particle);
