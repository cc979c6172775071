// Every page for staff in a language that is written from right to left.

import { leaveBy, tabTo } from './keys.mjs';
import { at } from './steps.mjs';

async function choose(page, language) {
  await tabTo(page, `button[name="language"][value="${language}"]`);
  await leaveBy(page, 'Enter');
}

export async function rightToLeft(trip) {
  const { page, account, open, check, look } = trip;
  await open('/admin');
  await choose(page, 'ar');
  check(at(page, '/admin') && await page.locator('html[lang="ar"][dir="rtl"]').count() === 1, 'the language is chosen by keyboard');
  await look('admin-overview-ar');
  const below = ['accounts', 'accounts/new', 'messages', 'tokens', 'events', 'explain'];
  const pages = below.map((name) => [`/admin/${name}`, name.replace('/', '-')]);
  const acts = ['edit', 'sessions', 'events', 'verify', 'reset', 'end-sessions', 'deactivate', 'delete'];
  pages.push([account, 'account'], ...acts.map((act) => [`${account}/${act}`, `account-${act}`]));
  for (const [path, name] of pages) {
    await open(path);
    check(at(page, path), `${path} is there`, page.url());
    await look(`admin-${name}-ar`);
  }
  await open('/admin');
  await choose(page, 'en');
  check(await page.locator('html[lang="en"]').count() === 1, 'and left by keyboard');
}
