// Plain script, no build: answers arrive without a reload. Without it the form works all the same; suggestions are the desk's (desk.js).
const turns = document.getElementById('turns');
const form = document.getElementById('ask-form');
const input = document.getElementById('ask');

async function ask(text) {
  turns.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(`/api/answer?ask=${encodeURIComponent(text)}`, { headers: { accept: 'text/html' } });
    const holder = document.createElement('template');
    holder.innerHTML = await response.text();
    const first = holder.content.firstElementChild;
    turns.append(holder.content);
    history.replaceState(null, '', `/?ask=${encodeURIComponent(text)}`);
    first?.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth', block: 'start' });
  } catch {
    location.href = `/?ask=${encodeURIComponent(text)}`;
  } finally {
    turns.removeAttribute('aria-busy');
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = input.value.trim();
  if (!text) return;
  input.value = '';
  ask(text);
});

document.addEventListener('click', (event) => {
  const action = event.target.closest?.('a[data-ask]');
  if (!action || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  ask(action.dataset.ask);
  input.focus({ preventScroll: true });
});
