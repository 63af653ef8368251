/** A figure's values over time → a small line chart as SVG, and the same as a table. No style stands in the markup, so that the page's policy can forbid it. */
import { html } from 'hono/html';
import type { FigurePoint, FigureSeries } from '#model/desk.ts';
import { phrases as frame } from '#phrases/desk.ts';
import { phrases } from '#phrases/desk-reading.ts';
import { type Clock, type Html, outside, time, words } from './html.ts';

const WIDTH = 640;
const HEIGHT = 200;
const LEFT = 14;
const RIGHT = 14;
const TOP = 34;
const BOTTOM = 34;

export function chart(series: FigureSeries, clock: Clock): Html {
  const { points, counts, key } = series;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return html``;
  const x = scale(first.at, last.at, LEFT + 20, WIDTH - RIGHT - 20);
  const values = points.map(({ value }) => value);
  // From zero where that does not flatten the line: heights are then true to the numbers.
  const low = Math.min(...values);
  const y = scale(low >= 0 && low < Math.max(...values) * 0.8 ? 0 : low, Math.max(...values), HEIGHT - BOTTOM, TOP);
  const place = ({ at, value }: FigurePoint) => [round(x(at)), round(y(value))] as const;
  const line = points.map((point, index) => `${index ? 'L' : 'M'}${place(point).join(' ')}`).join('');
  const title = phrases.chartOf(words(counts.replace(/^– /, '')), words(first.amount), words(last.amount));
  return html`<figure class="chart"><figcaption id="c-${key}"><strong>${words(first.amount)} → ${words(last.amount)}</strong> ${words(counts)}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${HEIGHT - BOTTOM}" y2="${HEIGHT - BOTTOM}"/>
<path class="line" d="${line}"/>
${points.map((point, index) => {
  const [px, py] = place(point);
  const anchor = index === 0 ? 'start' : index === points.length - 1 ? 'end' : 'middle';
  const tx = index === 0 ? px - 6 : index === points.length - 1 ? px + 6 : px;
  return html`<circle class="dot" cx="${px}" cy="${py}" r="4"/>${showsLabel(points, index) ? html`<text class="value" x="${tx}" y="${py - 11}" text-anchor="${anchor}">${words(label(point))}</text>` : ''}`;
})}
<text class="tick" x="${LEFT}" y="${HEIGHT - 12}" text-anchor="start">${dayOf(first.at, clock)}</text>
<text class="tick" x="${WIDTH - RIGHT}" y="${HEIGHT - 12}" text-anchor="end">${dayOf(last.at, clock)}</text>
</svg>
<details><summary>${phrases.valuesAsTable}</summary><div class="scroll" role="region" aria-labelledby="c-${key}" tabindex="0"><table><thead><tr><th scope="col">${frame.when}</th><th scope="col">${frame.figure}</th><th scope="col">${frame.accordingTo}</th><th scope="col">${frame.outlet}</th></tr></thead>
<tbody>${points.map(
    ({ at, amount, saidBy, source }) =>
      html`<tr><td>${time(at, clock)}</td><th scope="row">${words(amount)}</th><td>${saidBy ? words(saidBy) : '–'}</td><td>${outside(source.url, source.outlet)}</td></tr>`,
  )}</tbody></table></div></details></figure>`;
}

/** A middle value gets its number where there is room for it. */
const showsLabel = (points: readonly FigurePoint[], index: number): boolean => {
  const last = points.length - 1;
  if (index === 0 || index === last) return true;
  return points.length <= 8 && points[index]?.value !== points[index - 1]?.value;
};

const scale = (from: number, to: number, start: number, end: number) => (value: number) =>
  to === from ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start);
const round = (value: number): number => Math.round(value * 10) / 10;
/** A word for a range ("dozens") is no number of our making. */
const label = ({ value, amount, isRange }: FigurePoint): string => (isRange ? amount.slice(0, 24) : shortNumber(value));
const shortNumber = (value: number): string =>
  new Intl.NumberFormat('en', { notation: value >= 100_000 ? 'compact' : 'standard', maximumFractionDigits: 1 }).format(value);
const dayOf = (at: number, { zone, locale }: Clock): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
