/** The schedules → their page: when each runs next in its own zone; add, pause, resume, test, remove. */
import { html } from 'hono/html';
import type { DeskSchedule } from '#model/desk.ts';
import { type Html, words } from './html.ts';
import type { Visit } from './layout.ts';
import { button, form, signInHint } from './manage.ts';
import { nextLine } from './preview.ts';

export function schedulesPage(schedules: readonly DeskSchedule[], visit: Visit): Html {
  return html`<div class="page-head"><h1>Schedules</h1><p class="standfirst">Briefings that come by themselves. A chat channel’s own is made there, by <code>/schedule add</code>, or here by the channel’s whole name.</p></div>
${signInHint(visit, 'add or pause schedules, and to see those of the chat channels')}
${form(
  visit,
  '/schedules/add',
  html`<div class="fields"><p><label for="topics">Topics, with commas; none for the top stories</label><input id="topics" name="topics" maxlength="300"></p>
<p><label for="days">Days</label><input id="days" name="days" placeholder="weekdays" maxlength="80"></p>
<p><label for="at">At</label><input id="at" name="at" placeholder="08:00" pattern="[0-9]{1,2}:[0-9]{2}" maxlength="5"></p>
<p><label for="cron">Or by cron, instead of both</label><input id="cron" name="cron" placeholder="0 8 * * mon-fri" maxlength="80"></p>
<p><label for="quiet">Days without one</label><input id="quiet" name="quiet" placeholder="sun, 12-25" maxlength="200"></p>
<p><label for="zone">Time zone</label><input id="zone" name="zone" placeholder="${visit.moment.zone}" maxlength="60"></p>
<p><label for="detail">Length</label><select id="detail" name="detail"><option>short</option><option>full</option></select></p>
<p><label for="empty">When nothing is new</label><select id="empty" name="empty"><option value="nothing">post nothing</option><option value="one-line">one line</option><option value="best">the best of the day</option></select></p>
<p><label for="channel">Channel; none for the desk</label><input id="channel" name="channel" placeholder="its whole name, as the list has it" maxlength="120"></p>
<p class="go"><button>Add the schedule</button></p></div>`,
  { name: 'filters' },
)}
${schedules.length ? html`<ul class="cards">${schedules.map((one) => card(one, visit))}</ul>` : html`<p class="empty">Nothing is scheduled yet.</p>`}`;
}

function card(one: DeskSchedule, visit: Visit): Html {
  const { schedule, next, when } = one;
  const { id, topics, zone, channel, detail, origin } = schedule;
  const values = { id };
  return html`<li class="${next ? 'well' : 'paused'}"><h2>${topics.length ? words(topics.join(', ')) : 'Top stories'}</h2>
<p>${words(when)} (${zone}), ${detail}, in <span class="address">${words(channel)}</span></p>
<p class="state">${next ? html`Next: ${nextLine(one, visit.moment)}` : 'Paused'}</p>
<p class="acts small"><span class="quiet">${id}</span> <a href="/preview?schedule=${encodeURIComponent(id)}">See the next one<span class="visually-hidden"> of ${id}</span></a>${
    origin === 'config'
      ? html`<span class="quiet">in the configuration file</span>`
      : html`${button(visit, next ? '/schedules/pause' : '/schedules/resume', next ? 'Pause' : 'Resume', id, values)}${button(visit, '/schedules/test', 'Post a test', id, values)}${button(visit, '/schedules/remove', 'Remove', id, values)}`
  }</p></li>`;
}
