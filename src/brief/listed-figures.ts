/** Figures of one story, newest article first → the lines of `/figures`: a quantity once, with every outlet that gives it, and those that differ below. */
import type { ListedFigure } from '#model/briefing.ts';
import type { FigureLine, Inline } from '#model/document.ts';
import { asAmount, goesOn } from './amount.ts';
import { isSameQuantity, isSameValue, type Quantity, quantityOf } from './quantities.ts';

type Listed = ListedFigure & { readonly quantity: Quantity };

export function figureLines(figures: readonly ListedFigure[], origin: (of: ListedFigure) => readonly Inline[]): FigureLine[] {
  return grouped(figures).map((group) => {
    const [first, ...others] = byValue(group).map((same): FigureLine & { readonly counts: string } => {
      const [lead] = same as [Listed, ...Listed[]];
      const { figure, text } = lead;
      return {
        amount: asAmount(text, figure.modifier, figure.unit),
        counts: goesOn(figure.concept ?? '', figure.unit, figure.modifier),
        ...(figure.saidBy === undefined ? {} : { saidBy: figure.saidBy }),
        source: same.flatMap((one, index) => [...(index > 0 ? [{ kind: 'text', text: ' · ' } as const] : []), ...origin(one)]),
        others: [],
      };
    });
    if (first === undefined) throw new Error('a group of figures is never empty');
    return { ...first, others: others.map(({ counts: _, others: __, ...value }) => value) };
  });
}

/** What one outlet gave before keeps its own line and date; “elsewhere” are other outlets. */
function grouped(figures: readonly ListedFigure[]): Listed[][] {
  const groups: Listed[][] = [];
  for (const listed of figures) {
    const found: Listed = { ...listed, quantity: quantityOf(listed.figure.concept ?? '', listed.figure.unit) };
    const group = groups.find((members) =>
      members.every(
        (member) =>
          isSameQuantity({ ...member.figure, quantity: member.quantity }, { ...found.figure, quantity: found.quantity }) &&
          (member.article.outlet !== found.article.outlet || isSameValue(member.figure.value, found.figure.value)),
      ),
    );
    if (group) group.push(found);
    else groups.push([found]);
  }
  return groups;
}

/** Values in the order of their newest article; an outlet that repeats itself is named once. */
function byValue(group: readonly Listed[]): Listed[][] {
  const values: Listed[][] = [];
  for (const found of group) {
    const same = values.find(([first]) => first !== undefined && isSameValue(first.figure.value, found.figure.value));
    if (same === undefined) values.push([found]);
    else if (!same.some(({ article }) => article.outlet === found.article.outlet)) same.push(found);
  }
  return values;
}
