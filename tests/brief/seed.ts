/** The seed article with its gold → material, read from ../shared, which is not part of the project. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { extract } from '#extract/extract.ts';
import type { Extraction, Modifier, QuoteKind } from '#model/extraction.ts';
import { article, type Marked } from './material.ts';

const folder = resolve(import.meta.dirname, '../../../shared/seed');
export const seedIsThere = existsSync(folder);

type Gold = {
  readonly headline: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly quotes: readonly {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly kind: QuoteKind;
    readonly key: boolean;
    readonly speakers: readonly string[];
    readonly told_to: string | null;
  }[];
  readonly figures: readonly {
    readonly value: number;
    readonly modifier: Modifier;
    readonly unit: string;
    readonly about: string;
    readonly attribution: string | null;
    readonly near: string;
  }[];
};

export const readGold = (): Gold => JSON.parse(readFileSync(`${folder}/putin-xi.gold.json`, 'utf8')) as Gold;
const readText = (): string => readFileSync(`${folder}/putin-xi.txt`, 'utf8');

/** As the gold has it. */
export function seedByHand(): Marked {
  const gold = readGold();
  const { article: seed, extraction } = article({ id: 'putin-xi', outlet: 'World news wire', title: gold.headline, text: readText() });
  return {
    article: seed,
    extraction: {
      ...extraction,
      quotes: gold.quotes.map(({ start, end, kind, speakers, told_to: toldTo }) => ({
        span: { start, end },
        kind,
        speakers: speakers.map((name) => ({ name, kind: name === 'Kremlin' ? 'organisation' : 'person' })),
        ...(toldTo === null ? {} : { toldTo }),
        ...(gold.roles[speakers[0] ?? ''] === undefined ? {} : { role: gold.roles[speakers[0] ?? ''] ?? '' }),
        confidence: 0.95,
        printed: true,
      })),
      figures: gold.figures.map(({ value, modifier, unit, about, attribution, near }) => {
        const at = seed.text.search(new RegExp(near, 'i'));
        return {
          span: { start: at, end: at + near.length },
          value,
          modifier,
          unit,
          concept: about,
          ...(attribution === null ? {} : { saidBy: attribution }),
          salience: 0.8,
          printed: true,
        };
      }),
      names: ['Vladimir Putin', 'Xi Jinping', 'China', 'Wang Yi', 'Israel', 'Hamas', 'Gaza'],
    },
  };
}

/** As the house's own extractor has it. */
export function seedByMachine(): Marked {
  const { article: seed } = seedByHand();
  const extraction: Extraction = extract(seed);
  return { article: seed, extraction };
}
