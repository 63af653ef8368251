/** A pronoun in a reading → the person it stands for, by the quotes' own resolver; made only where a figure asks for it. */
import type { Reading } from '#text/reading.ts';
import type { Antecedent } from './figure-source.ts';
import { framesOf } from './frames.ts';
import { findPeople, type People } from './people.ts';
import { resolve } from './resolve.ts';

export function antecedentsOf(reading: Reading): Antecedent {
  let people: People | undefined;
  return (pronoun) => {
    const frames = framesOf(reading);
    const frame = frames.find((sentence) => sentence.start <= pronoun.start && pronoun.end <= sentence.end);
    const at = frame?.tokens.findIndex((token) => token.start === pronoun.start) ?? -1;
    if (frame === undefined || at < 0) return undefined;
    people ??= findPeople(frames);
    const found = resolve(people, frames, frame, { from: at, to: at + 1, head: at }, []);
    return found?.by === 'pronoun' ? found.speaker.name : undefined;
  };
}
