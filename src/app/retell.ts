/** A summary's sentences and an LLM's draft → the same sentences, retold where the draft passes every gate; where it does not, the article's own words stay. */
import { createVerify } from '#extract/verify.ts';
import type { SourcedSentence } from '#model/briefing.ts';
import { whyNotInTheirOrder } from './retell-order.ts';
import { whyNotTheirWords } from './retell-words.ts';

export type Refusal = { readonly text: string; readonly why: string };
export type Retold = { readonly sentences: readonly SourcedSentence[]; readonly accepted: number; readonly refused: readonly Refusal[] };

type Drafted = { readonly text: string; readonly from: readonly number[] };

export function retell(sentences: readonly SourcedSentence[], draft: string): Retold {
  const drafted = parseDraft(draft);
  if (!drafted) return { sentences, accepted: 0, refused: [{ text: '', why: 'The answer is not the JSON that was asked for.' }] };
  const retold = new Map<number, string>();
  const refused: Refusal[] = [];
  let next = 0;
  for (const { text, from } of drafted) {
    const why =
      whyNotInOrder(sentences, from, next) ??
      whyNot(
        text,
        from.map((index) => sentences[index]?.text ?? ''),
      );
    if (why !== undefined) {
      refused.push({ text, why });
      continue;
    }
    const [first = 0, ...rest] = from;
    next = first + rest.length + 1;
    retold.set(first, text);
    for (const index of rest) retold.set(index, '');
  }
  return {
    sentences: sentences.map((sentence, index) => {
      const words = retold.get(index);
      return words === undefined || words === sentence.text ? sentence : { ...sentence, retold: words };
    }),
    accepted: retold.size,
    refused,
  };
}

/** Neighbours of one article, behind what was told before. */
function whyNotInOrder(sentences: readonly SourcedSentence[], from: readonly number[], next: number): string | undefined {
  const [first] = from;
  if (first === undefined || first < next) return 'It cites no sentence, or one that was told before.';
  const article = sentences[first]?.source.articleId;
  const isRun = from.every((index, at) => index === first + at && sentences[index]?.source.articleId === article);
  return article === undefined || !isRun ? 'It joins sentences that do not stand together in one article.' : undefined;
}

function whyNot(text: string, cited: readonly string[]): string | undefined {
  const words = whyNotTheirWords(text, cited.join(' ')) ?? whyNotInTheirOrder(text, cited);
  if (words !== undefined) return words;
  const { supported, why } = createVerify(cited.join('\n'))(text);
  return supported ? undefined : why;
}

/** Models like to put JSON into a fence, or a word before it. Numbers count from one there, from nought here. */
function parseDraft(draft: string): Drafted[] | undefined {
  const json = draft.slice(draft.indexOf('{'), draft.lastIndexOf('}') + 1);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'sentences') : undefined;
  if (!Array.isArray(list)) return undefined;
  return list.flatMap((item: unknown): Drafted[] => {
    if (typeof item !== 'object' || item === null) return [];
    const text: unknown = Reflect.get(item, 'text');
    const from: unknown = Reflect.get(item, 'from');
    if (typeof text !== 'string' || !Array.isArray(from)) return [];
    const numbers = from.filter((one): one is number => Number.isInteger(one) && one > 0).map((one) => one - 1);
    return [{ text: text.trim().replace(/\s+/g, ' '), from: [...new Set(numbers)].sort((a, b) => a - b) }];
  });
}
