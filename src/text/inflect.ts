/** A verb's base → its forms, by the spelling rules of English and the table of irregular verbs. */
export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

export function inflect(base: string, irregular?: readonly [past: string, participle: string]): readonly [form: string, kind: VerbForm][] {
  const [past, participle] = irregular ?? [withEd(base), withEd(base)];
  return [
    [base, 'base'],
    [withS(base), 's'],
    [participle, 'participle'],
    [past, 'past'],
    [withIng(base, past), 'ing'],
  ];
}

const withS = (base: string): string => {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
};

const withEd = (base: string): string => {
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
};

/** The final consonant is doubled where the past doubles it ("quipped", "quipping"), and in beginning, running, cutting and the like. */
const withIng = (base: string, past: string): string => {
  if (past === `${base}${base.at(-1)}ed` || /(?:^|[^aeiou])(?:gin|run|put|cut|hit|set|bet)$/.test(base)) return `${base}${base.at(-1)}ing`;
  return /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`;
};
