// Plain script, no build. Every page works without it; with it there are suggestions, copy buttons, live marks and keys.
const byId = (id) => document.getElementById(id);

/** Suggestions under the command box and the speaker's field. */
function suggestFor(input, prefix) {
  const list = input.list;
  let typed = 0;
  input.addEventListener('input', async () => {
    const mine = ++typed;
    const response = await fetch(`/api/suggest?typed=${encodeURIComponent(prefix + input.value)}`).catch(() => null);
    const values = response?.ok ? await response.json() : [];
    if (mine !== typed) return;
    const options = values.map((value) => (value.startsWith(prefix) ? value.slice(prefix.length) : value));
    list.replaceChildren(...options.map((value) => Object.assign(document.createElement('option'), { value })));
  });
}
for (const input of document.querySelectorAll('input[list]')) suggestFor(input, input.dataset.suggest ?? '');

for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false;
  const label = button.textContent;
  button.addEventListener('click', async () => {
    const field = byId(button.dataset.copy);
    field.select();
    await navigator.clipboard?.writeText(field.value).catch(() => document.execCommand('copy'));
    button.textContent = button.dataset.copied;
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  });
}

/** What changes by itself is asked for again, as long as the page says so. */
function keepLive(element) {
  setTimeout(async () => {
    const response = await fetch(element.dataset.live).catch(() => null);
    if (!response?.ok) return keepLive(element);
    const holder = document.createElement('template');
    holder.innerHTML = await response.text();
    const fresh = holder.content.firstElementChild;
    if (!fresh) return;
    if (fresh.innerHTML !== element.innerHTML) element.replaceWith(fresh);
    const now = fresh.isConnected ? fresh : element;
    if (fresh.dataset.live) keepLive(now);
    else location.reload();
  }, 3000);
}
for (const element of document.querySelectorAll('[data-live]')) keepLive(element);

// A card that is in the way goes with Escape, and comes back with the next move.
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') document.body.classList.add('no-cards');
});
document.addEventListener('pointermove', () => document.body.classList.remove('no-cards'));
document.addEventListener('focusin', () => document.body.classList.remove('no-cards'));

// Keys, which one may switch off (WCAG 2.1.4).
const keys = byId('keys-on');
if (keys) {
  keys.closest('.keys').hidden = false;
  keys.checked = localStorage.getItem('keys') !== 'off';
  keys.addEventListener('change', () => localStorage.setItem('keys', keys.checked ? 'on' : 'off'));
}
let isGoing = false;
document.addEventListener('keydown', (event) => {
  const isTyping = event.target.closest?.('input, select, textarea, [contenteditable]');
  if (isTyping || !keys?.checked || event.metaKey || event.ctrlKey || event.altKey) return;
  if (isGoing) {
    isGoing = false;
    const place = document.querySelector(`.places a[data-key="${CSS.escape(event.key)}"]`);
    if (place) location.href = place.href;
    return;
  }
  if (event.key === 'g') {
    isGoing = true;
    setTimeout(() => {
      isGoing = false;
    }, 1500);
  } else if (event.key === '/') {
    event.preventDefault();
    byId('ask')?.focus();
  } else if (event.key === 'j' || event.key === 'k') moveStory(event.key === 'j' ? 1 : -1);
});

function moveStory(by) {
  const stories = [...document.querySelectorAll('.story, .quotes > li, .cards > li')];
  const at = stories.findIndex((story) => story.contains(document.activeElement));
  const next = stories[at < 0 ? (by > 0 ? 0 : stories.length - 1) : at + by];
  if (!next) return;
  next.tabIndex = -1;
  next.focus();
  next.scrollIntoView({ block: 'start' });
}
