/** The ledger → its page: what became of each scheduled briefing, step by step, and what was parked sent again. */
import { html } from 'hono/html';
import type { DeskAudit, DeskDelivery } from '#model/desk.ts';
import type { DeliveryState } from '#model/schedule.ts';
import { counted, type Html, time, words } from './html.ts';
import type { Visit } from './layout.ts';
import { button, signInHint } from './manage.ts';

const STATES: Readonly<Record<DeliveryState, string>> = {
  planned: 'waits for its turn',
  composing: 'being composed',
  sending: 'being sent',
  sent: 'sent',
  parked: 'parked: a person must mend something',
  skipped: 'skipped',
};

export function deliveriesPage(deliveries: readonly DeskDelivery[], audit: readonly DeskAudit[], visit: Visit): Html {
  const parked = deliveries.filter(({ state }) => state === 'parked');
  const others = deliveries.filter(({ state }) => state !== 'parked');
  return html`<div class="page-head"><h1>Deliveries</h1><p class="standfirst">What became of each scheduled briefing${parked.length ? `; ${counted(parked.length, 'one waits', 'wait')} for somebody` : ''}.</p></div>
${signInHint(visit, 'send again what was parked, and to see the deliveries of the chat channels')}
${deliveries.length ? html`<ul class="cards">${[...parked, ...others].map((delivery) => card(delivery, visit))}</ul>` : html`<p class="empty">No scheduled briefing has come round yet. <a href="/schedules">When is the next?</a></p>`}
${
  audit.length
    ? html`<section><h2>Who changed what</h2><div class="scroll" role="region" aria-label="Changes" tabindex="0"><table><thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Detail</th></tr></thead><tbody>${audit.map(
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
<p class="small">Due ${time(slot.at, visit.moment)} in <span class="address">${words(channel)}</span>${parts.length ? html`; ${counted(parts.filter(({ posted }) => posted).length, 'part')} of ${parts.length} posted` : ''}</p>
<details class="small"><summary>Each step<span class="visually-hidden"> of ${words(id)}</span></summary><ol>${steps.map(
    (step) =>
      html`<li>${time(step.at, visit.moment)}: ${STATES[step.state]}${step.problem ? html` – ${words(step.problem.message)}` : ''}</li>`,
  )}</ol></details>
<p class="acts small">${parts.length ? html`<a href="/preview?delivery=${encodeURIComponent(id)}">See it<span class="visually-hidden">: ${words(id)}</span></a>` : ''}${state === 'parked' ? button(visit, '/deliveries/retry', 'Send again', id, { id }) : ''}</p></li>`;
}
