/** The schedules → their page: when each runs next in its own zone; add, pause, resume, test, remove. */
import { html } from 'hono/html';
import type { DeskSchedule } from '#model/desk.ts';
import { phrases as briefing } from '#phrases/briefing.ts';
import { phrases as frame } from '#phrases/desk.ts';
import { phrases } from '#phrases/desk-managing.ts';
import { phrases as reading } from '#phrases/desk-reading.ts';
import { code, type Html, words } from './html.ts';
import type { Visit } from './layout.ts';
import { button, form, signInHint } from './manage.ts';
import { nextLine } from './preview.ts';

export function schedulesPage(schedules: readonly DeskSchedule[], visit: Visit): Html {
  return html`<div class="page-head"><h1>${frame.pages.schedules}</h1><p class="standfirst">${phrases.aboutSchedules(code('/schedule add'))}</p></div>
${signInHint(visit, phrases.changeSchedules)}
${form(
  visit,
  '/schedules/add',
  html`<div class="fields"><p><label for="topics">${phrases.topics}</label><input id="topics" name="topics" maxlength="300"></p>
<p><label for="days">${phrases.days}</label><input id="days" name="days" placeholder="weekdays" maxlength="80"></p>
<p><label for="at">${phrases.at}</label><input id="at" name="at" placeholder="08:00" pattern="[0-9]{1,2}:[0-9]{2}" maxlength="5"></p>
<p><label for="cron">${phrases.cron}</label><input id="cron" name="cron" placeholder="0 8 * * mon-fri" maxlength="80"></p>
<p><label for="quiet">${phrases.quiet}</label><input id="quiet" name="quiet" placeholder="sun, 12-25" maxlength="200"></p>
<p><label for="zone">${phrases.zone}</label><input id="zone" name="zone" placeholder="${visit.moment.zone}" maxlength="60"></p>
<p><label for="detail">${phrases.length}</label><select id="detail" name="detail"><option value="short">${reading.details.short}</option><option value="full">${reading.details.full}</option></select></p>
<p><label for="empty">${phrases.whenNothingNew}</label><select id="empty" name="empty"><option value="nothing">${phrases.emptyRules.nothing}</option><option value="one-line">${phrases.emptyRules['one-line']}</option><option value="best">${phrases.emptyRules.best}</option></select></p>
<p><label for="channel">${phrases.channel}</label><input id="channel" name="channel" placeholder="${phrases.wholeName}" maxlength="120"></p>
<p class="go"><button>${phrases.addSchedule}</button></p></div>`,
  { name: 'filters' },
)}
${schedules.length ? html`<ul class="cards">${schedules.map((one) => card(one, visit))}</ul>` : html`<p class="empty">${phrases.noSchedule}</p>`}`;
}

function card(one: DeskSchedule, visit: Visit): Html {
  const { schedule, next, when } = one;
  const { id, topics, zone, channel, detail, origin } = schedule;
  const values = { id };
  return html`<li class="${next ? 'well' : 'paused'}"><h2>${topics.length ? words(topics.join(', ')) : briefing.topStories}</h2>
<p>${phrases.runs(words(when), zone, reading.details[detail], html`<span class="address">${words(channel)}</span>`)}</p>
<p class="state">${next ? phrases.nextRun(nextLine(one, visit.moment)) : phrases.paused}</p>
<p class="acts small"><span class="quiet">${id}</span> <a href="/preview?schedule=${encodeURIComponent(id)}">${phrases.seeNext}<span class="visually-hidden">${phrases.of(id)}</span></a>${
    origin === 'config'
      ? html`<span class="quiet">${frame.inFile}</span>`
      : html`${button(visit, next ? '/schedules/pause' : '/schedules/resume', next ? frame.pause : frame.resume, id, values)}${button(visit, '/schedules/test', phrases.postTest, id, values)}${button(visit, '/schedules/remove', frame.remove, id, values)}`
  }</p></li>`;
}
