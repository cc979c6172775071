// The development inbox, as whoever waits for a message reads it.

import { leaveBy, tabTo } from './keys.mjs';

const PATIENCE = 20_000;

/**
 * The newest message of this kind to this address, once there are `count` of them: its id, its code, its link. A message
 * comes a moment after the page that asked for it, so the inbox is opened until it is there.
 */
export async function received(page, open, kind, to, count = 1) {
  const letters = page.locator('article')
    .filter({ has: page.getByText(kind, { exact: true }) })
    .filter({ has: page.getByText(to, { exact: true }) });
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    await open('/dev/inbox');
    if (await letters.count() >= count) return read(letters.first());
  }
  throw new Error(`${kind} did not come to ${to}`);
}

async function read(letter) {
  const one = async (selector, about) => {
    const found = letter.locator(selector);
    return await found.count() ? about(found.first()) : '';
  };
  return {
    heading: await letter.locator('h2').getAttribute('id'),
    code: await one('.code code', (found) => found.innerText()),
    link: await one('a.button', (found) => found.getAttribute('href')),
    look: await one('.letter-look a', (found) => found.getAttribute('href')),
  };
}

/** Presses "Open the link" of the message with this link. */
export async function openLink(page, link) {
  await tabTo(page, `article a[href="${link}"]`);
  return leaveBy(page, 'Enter');
}
