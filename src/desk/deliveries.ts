/** The ledger → its page: what became of each scheduled briefing, step by step, and what was parked sent again. */
import { html } from 'hono/html';
import type { DeskAudit, DeskDelivery } from '#model/desk.ts';
import type { DeliveryState } from '#model/schedule.ts';
import { phrases as frame } from '#phrases/desk.ts';
import { phrases } from '#phrases/desk-ledger.ts';
import { type Html, link, time, words } from './html.ts';
import type { Visit } from './layout.ts';
import { button, signInHint } from './manage.ts';

const STATES: Readonly<Record<DeliveryState, string>> = phrases.states;

export function deliveriesPage(deliveries: readonly DeskDelivery[], audit: readonly DeskAudit[], visit: Visit): Html {
  const parked = deliveries.filter(({ state }) => state === 'parked');
  const others = deliveries.filter(({ state }) => state !== 'parked');
  return html`<div class="page-head"><h1>${frame.pages.deliveries}</h1><p class="standfirst">${phrases.whatBecame(parked.length)}</p></div>
${signInHint(visit, phrases.sendAgainAndSee)}
${deliveries.length ? html`<ul class="cards">${[...parked, ...others].map((delivery) => card(delivery, visit))}</ul>` : html`<p class="empty">${phrases.none(link('/schedules'))}</p>`}
${
  audit.length
    ? html`<section><h2>${phrases.whoChangedWhat}</h2><div class="scroll" role="region" aria-label="${phrases.changes}" tabindex="0"><table><thead><tr><th scope="col">${frame.when}</th><th scope="col">${phrases.who}</th><th scope="col">${phrases.what}</th><th scope="col">${phrases.detail}</th></tr></thead><tbody>${audit.map(
        ({ at, who, what, detail }) =>
          html`<tr><td>${time(at, visit.moment)}</td><td>${words(who)}</td><th scope="row">${words(what)}</th><td>${words(detail)}</td></tr>`,
      )}</tbody></table></div></section>`
    : ''
}`;
}

function card({ id, state, slot, channel, steps, parts }: DeskDelivery, visit: Visit): Html {
  const problem = steps.at(-1)?.problem;
  return html`<li class="${state === 'parked' ? 'silent' : state === 'sent' ? 'well' : 'waiting'}"><h2>${words(id)}</h2>
<p class="state">${STATES[state]}</p>
${problem ? html`<p>${words(problem.message)}${problem.hint ? html` <strong>${words(problem.hint)}</strong>` : ''}</p>` : ''}
<p class="small">${phrases.due(time(slot.at, visit.moment), html`<span class="address">${words(channel)}</span>`)}${parts.length ? phrases.posted(parts.filter(({ posted }) => posted).length, parts.length) : ''}</p>
<details class="small"><summary>${phrases.eachStep}<span class="visually-hidden">${phrases.of(words(id))}</span></summary><ol>${steps.map(
    (step) =>
      html`<li>${time(step.at, visit.moment)}: ${STATES[step.state]}${step.problem ? html` – ${words(step.problem.message)}` : ''}</li>`,
  )}</ol></details>
<p class="acts small">${parts.length ? html`<a href="/preview?delivery=${encodeURIComponent(id)}">${phrases.seeIt}<span class="visually-hidden">: ${words(id)}</span></a>` : ''}${state === 'parked' ? button(visit, '/deliveries/retry', phrases.sendAgain, id, { id }) : ''}</p></li>`;
}
