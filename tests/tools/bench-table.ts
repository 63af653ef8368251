/** What a bench measures → a table as it goes, each value beside the floor or peer of the same run, and rows for JSON. */
export type Row = { readonly what: string; readonly value: string; readonly ratio?: string };

export type Table = {
  readonly rows: readonly Row[];
  /** `ratio`: to what, in words: "12 × the bare process". */
  readonly add: (what: string, value: string, ratio?: string) => void;
};

export function createTable(): Table {
  const rows: Row[] = [];
  return {
    rows,
    add: (what, value, ratio) => {
      rows.push({ what, value, ...(ratio !== undefined && { ratio }) });
      console.log(`${what.padEnd(58)} ${value.padEnd(34)} ${ratio ?? ''}`.trimEnd());
    },
  };
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
export const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
export const times = (value: number, floor: number, what: string): string => `${(value / floor).toFixed(1)} × ${what}`;
/** The value below which that share of the list lies, 0..1. */
export const quantile = (list: readonly number[], share: number): number =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? Number.NaN;
