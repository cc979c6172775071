// The development inbox while it is looked at: messages appear as they come, and a code is copied by one press. The page
// works without it; this is the only script there is, and no other page has it.
'use strict';

(() => {
  const list = document.getElementById('letters');
  const nothing = document.getElementById('nothing');
  const state = document.getElementById('inbox_state');
  const spoken = document.getElementById('inbox_news');
  if (!list || !nothing || !state || !spoken || !window.EventSource) return;

  let source = null;
  let newest = list.dataset.newest;
  let missed = false;
  let doubt = 0;
  let looking = Promise.resolve();

  /** Says whether anything comes by itself. A short absence is not worth a word. */
  function say(live) {
    clearTimeout(doubt);
    const words = live ? 'New messages appear here by themselves.' : 'Nothing comes by itself at the moment.';
    doubt = setTimeout(() => {
      state.textContent = words;
      state.classList.toggle('live', live);
    }, live ? 0 : 3000);
  }

  const lookAgain = () => { looking = looking.then(look).catch(() => say(false)); };

  /** The messages of the page as it is now: what is new goes in at its place, what is gone goes out, the rest stays. */
  async function look() {
    const reply = await fetch(location.pathname, { cache: 'no-store' });
    if (!reply.ok) throw new Error(reply.statusText);
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const fresh = page.getElementById('letters');
    newest = fresh.dataset.newest;
    const key = (letter) => letter.dataset.key;
    const letters = [...fresh.children];
    const wanted = new Set(letters.map(key));
    for (const old of [...list.children]) {
      if (!wanted.has(key(old))) old.remove();
    }
    const known = new Map([...list.children].map((letter) => [key(letter), letter]));
    const came = [];
    let place = list.firstElementChild;
    for (const letter of letters) {
      const here = known.get(key(letter));
      if (here) {
        place = here.nextElementSibling;
      } else {
        const added = document.importNode(letter, true);
        added.classList.add('letter-new');
        list.insertBefore(added, place);
        ready(added);
        came.push(added);
      }
    }
    nothing.hidden = list.children.length > 0;
    announce(came);
  }

  /** Told politely, after what is being read aloud; the focus stays where it is. */
  function announce(came) {
    if (came.length === 0) return;
    const words = (selector) => came[0].querySelector(selector).textContent.trim();
    const more = came.length > 1 ? `, and ${came.length - 1} more` : '';
    spoken.textContent = `New message: ${words('h2')}, to ${words('.value')}${more}`;
  }

  /** A button beside each code that copies it, where the browser lets a page do so. */
  function ready(letter) {
    const code = letter.querySelector('.code code');
    if (!code || !navigator.clipboard) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-quiet';
    button.textContent = 'Copy the code';
    button.setAttribute('aria-describedby', letter.querySelector('h2').id);
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(code.textContent.trim());
        button.textContent = 'Copied';
      } catch {
        button.textContent = 'Not copied';
        getSelection().selectAllChildren(code);
      }
      spoken.textContent = button.textContent;
      setTimeout(() => { button.textContent = 'Copy the code'; }, 2000);
    });
    code.closest('.code').after(button);
  }

  /** A page that nobody sees does not listen: a browser has few connections to one site, and other pages need them. */
  function listen() {
    if (document.hidden) {
      source?.close();
      source = null;
      return;
    }
    if (source) return;
    source = new EventSource(`${location.pathname}/events?after=${encodeURIComponent(newest)}`);
    source.addEventListener('open', () => {
      say(true);
      // A server that was started anew counts anew.
      if (missed) lookAgain();
      missed = false;
    });
    source.addEventListener('message', lookAgain);
    source.addEventListener('error', () => {
      say(false);
      missed = true;
      // The server refused, rather than ended or was away: the browser does not ask again by itself.
      if (source?.readyState === EventSource.CLOSED) {
        source = null;
        setTimeout(listen, 5000);
      }
    });
  }

  [...list.children].forEach(ready);
  document.addEventListener('visibilitychange', listen);
  listen();
})();
