/** The page that asks for the admin token. */
import { html } from 'hono/html';
import { type Html, words } from './html.ts';

export function signInPage(next: string, problem: string | null, needed: boolean): Html {
  return html`<div class="page-head"><h1>Sign in</h1><p class="standfirst">${
    needed ? 'Reading from another machine takes the admin token.' : 'Changing things takes the admin token.'
  } It was printed once at the first start, or stands in <code>WIREBRIEF_ADMIN_TOKEN</code>.</p></div>
<form class="filters" action="/signin" method="post"><input type="hidden" name="next" value="${next}">
${problem ? html`<p class="problem" role="alert" id="problem">${words(problem)}</p>` : ''}
<div class="fields"><p class="wide"><label for="token">Admin token</label><input id="token" name="token" type="password" required autocomplete="current-password" maxlength="300"${problem ? html` aria-describedby="problem" aria-invalid="true"` : ''}></p><p class="go"><button>Sign in</button></p></div></form>`;
}

/** A path of this page, and nothing that leads elsewhere. */
export const safeNext = (next: string | undefined): string => (next && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : '/');
