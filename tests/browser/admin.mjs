// A superuser administers: the site at a glance, accounts, messages, tokens, events, explanations; in the end somebody else
// of the staff does.

import { checkPolicy, lookAt, walkStops } from './checks.mjs';
import { actsOn, deletion, protectedFromStaff } from './adminacts.mjs';
import { rightToLeft } from './adminrtl.mjs';
import { fill, leaveBy, pressButton, tabTo } from './keys.mjs';
import { stepsOf } from './steps.mjs';

/** `someone` is the account that things are done to, `staff` administers too but is no superuser. With `looking`, every page is looked at; without, no script runs. */
export async function adminWay(context, tools, { superuser, staff }, someone, looking) {
  const page = await context.newPage();
  const { report, outDir } = tools;
  const about = looking ? 'administration' : 'administration, without JavaScript';
  const named = { check: (holds, name, why) => report.check(holds, `${about}: ${name}`, why) };
  const steps = stepsOf(page, { ...tools, report: named });
  const trip = {
    page, superuser, staff, someone, ...steps,
    check: named.check,
    /** Everything about a page one has come to: where it is, what it sends, how it looks, how Tab goes through it. */
    async seen(response, path, name) {
      steps.arrived(response, path, 200, name);
      checkPolicy(named, response, path);
      if (!looking) return;
      await lookAt(page, report, name, outDir);
      await fitsBetween(page, named, path);
      await page.goto(page.url());
      await walkStops(page, report, name);
      await page.goto(page.url());
    },
    look: async (name) => looking && lookAt(page, report, name, outDir),
    says: async (words, name) => named.check((await steps.shown()).includes(words), name, await steps.shown()),
    /** From one part to another, by the links in the band. */
    room: (path) => steps.follow(`nav a[href="${path}"]`),
    submit: async (form) => {
      await tabTo(page, `${form} button[type="submit"]`);
      return leaveBy(page, 'Enter');
    },
  };
  await entrance(trip);
  await overview(trip);
  await find(trip);
  await change(trip);
  await create(trip);
  await whereAndWhen(trip);
  if (looking) await rightToLeft(trip);
  await actsOn(trip);
  await lists(trip);
  await pages(trip);
  await explain(trip);
  await deletion(trip);
  await out(trip);
  await protectedFromStaff(trip);
  await out(trip);
}

async function out({ page, open, arrived }) {
  await open('/admin');
  arrived(await pressButton(page, '/logout'), '/login', 200, 'and out again');
}

/** Tables have most columns in windows of a middle width, where the band may stand beside them. */
async function fitsBetween(page, named, path) {
  const size = page.viewportSize();
  for (const width of [600, 800, 960, 1130, 1280]) {
    await page.setViewportSize({ ...size, width });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    named.check(over <= 0, `${path}: no sideways scrolling at ${width} px`, `${over} px too wide`);
  }
  await page.setViewportSize(size);
}

async function entrance(trip) {
  const { page, superuser, open, seen, refused, arrived } = trip;
  await seen(await open('/admin/login'), '/admin/login', 'admin-login');
  await fill(page, { identifier: superuser.name, password: `${superuser.password} not` });
  await refused(await leaveBy(page, 'Enter'), 'a wrong password at the entrance');
  await fill(page, { identifier: superuser.name, password: superuser.password });
  arrived(await leaveBy(page, 'Enter'), '/admin', 200, 'the entrance leads to the overview');
}

async function overview(trip) {
  const { page, open, follow, seen, check, look } = trip;
  await seen(await open('/admin'), '/admin', 'admin-overview');
  for (const [span, words] of [['7d', '7 days'], ['30d', '30 days'], ['24h', '24 hours']]) {
    await follow(`.spans a[href="/admin?span=${span}"]`);
    check(await page.locator('.spans [aria-current]').innerText() === words, `the overview shows ${words}`);
    if (span !== '24h') await look(`admin-overview-${span}`);
  }
  await tabTo(page, '.chart summary');
  await page.keyboard.press('Enter');
  check(await page.locator('.chart details[open] tbody tr').count() === 24, 'a chart is a table too, a line an hour');
  await look('admin-overview-table');
}

async function find(trip) {
  const { page, room, seen, look, submit, open, refused, check, follow, arrived, someone } = trip;
  await seen(await room('/admin/accounts'), '/admin/accounts', 'admin-accounts');
  check(await page.locator('nav [aria-current="page"]').innerText() === 'Accounts', 'the band says where one is');
  await tabTo(page, 'select[name="staff"]');
  await page.keyboard.press('ArrowDown');
  await submit('.filter');
  check(new URL(page.url()).searchParams.get('staff') === 'true', 'the accounts are narrowed down by keyboard', page.url());
  check(await page.locator('tbody tr').count() === 2, 'to those that are staff');
  await look('admin-accounts-narrowed');
  await refused(await open('/admin/accounts?joined_since=tomorrow'), 'a day that is none');
  await look('admin-accounts-errors');
  await room('/admin/accounts');
  await fill(page, { q: someone });
  arrived(await leaveBy(page, 'Enter'), '/admin/accounts', 200, 'a search is made with Enter');
  check(await page.locator('tbody tr').count() === 1, 'and finds who was looked for');
  const response = await follow('.rows a');
  trip.account = new URL(page.url()).pathname;
  await seen(response, trip.account, 'admin-account');
}

async function change(trip) {
  const { page, account, follow, seen, refused, errorAt, look, check, arrived, says } = trip;
  await seen(await follow(`a[href="${account}/edit"]`), `${account}/edit`, 'admin-account-edit');
  await fill(page, { username: '9 lives' });
  await refused(await leaveBy(page, 'Enter'), 'a name that cannot be');
  check(await errorAt('username') !== '', 'the error stands at the username');
  await look('admin-account-edit-errors');
  await fill(page, { username: trip.someone, last_name: 'Liddell' });
  arrived(await leaveBy(page, 'Enter'), account, 200, 'a change leads back to the account');
  await says('Liddell', 'and is seen there');
}

async function create(trip) {
  const { page, room, follow, seen, refused, submit, says, someone, check } = trip;
  await room('/admin/accounts');
  await seen(await follow('a[href="/admin/accounts/new"]'), '/admin/accounts/new', 'admin-account-new');
  await refused(await submit('.form'), 'an account without an identifier');
  await fill(page, { username: `new.${someone}` });
  const response = await leaveBy(page, 'Enter');
  trip.made = new URL(page.url()).pathname;
  check(response.status() === 200 && /^\/admin\/accounts\/[0-9a-f-]{36}$/.test(trip.made), 'an account is made', page.url());
  await says('The account is made.', 'and the page says so');
  check((await page.locator('.fact', { hasText: 'Last sign-in' }).innerText()).includes('None yet'), 'it has never signed in');
}

async function whereAndWhen(trip) {
  const { page, account, open, follow, seen, submit, check } = trip;
  await open(account);
  await seen(await follow(`a[href="${account}/sessions"]`), `${account}/sessions`, 'admin-account-sessions');
  const before = await page.locator('tbody tr').count();
  await submit('.rows');
  check(await page.locator('tbody tr').count() === before - 1, 'one session is ended');
  await open(account);
  await seen(await follow(`a[href="${account}/events"]`), `${account}/events`, 'admin-account-events');
}

async function lists(trip) {
  const { page, room, seen, submit, says, check, look, open, refused } = trip;
  await seen(await room('/admin/messages'), '/admin/messages', 'admin-messages');
  await submit('.rows');
  await says('The message will be tried again at once.', 'a message is tried again');
  await seen(await room('/admin/tokens'), '/admin/tokens', 'admin-tokens');
  await submit('.rows');
  await says('The code is ended.', 'a code is ended');
  await seen(await room('/admin/events'), '/admin/events', 'admin-events');
  await fill(page, { account: trip.someone });
  await leaveBy(page, 'Enter');
  check(new URL(page.url()).searchParams.get('account') === trip.someone, 'the events are narrowed down to an account');
  await refused(await open('/admin/events?network=everywhere'), 'a network that is none');
  await look('admin-events-errors');
}

/** Lists of several pages: on to the next one, on to the last, and back to the first. */
async function pages(trip) {
  const { page, room, open, seen, check, arrived } = trip;
  const names = () => page.locator('.rows tbody').innerText();
  const go = async (selector) => {
    await tabTo(page, selector, 200);
    return leaveBy(page, 'Enter');
  };
  for (const path of ['/admin/events', '/admin/accounts']) {
    await (path === '/admin/events' ? room(path) : open(`${path}?limit=5`));
    check(await page.locator('.pager a').count() === 1, `${path}: on the first page there is one way, on`);
    const first = await names();
    await seen(await go('.pager a[rel="next"]'), path, `${path.slice(1).replace('/', '-')}-next`);
    check(await names() !== first, `${path}: the next page has others`);
    for (let left = 20; left > 0 && await page.locator('.pager a[rel="next"]').count(); left -= 1) await go('.pager a[rel="next"]');
    check(await page.locator('.pager a').count() === 1, `${path}: on the last page there is one way, back`);
    arrived(await go('.pager a'), path, 200, `${path}: it leads to the first page`);
    check((await names()).startsWith(first.split('\n')[0]), `${path}: which begins as it did`);
  }
}

async function explain(trip) {
  const { page, room, seen, arrived, look, says, someone } = trip;
  await seen(await room('/admin/explain'), '/admin/explain', 'admin-explain');
  await fill(page, { identifier: someone });
  arrived(await leaveBy(page, 'Enter'), '/admin/explain', 200, 'an explanation is asked for with Enter');
  await says(someone, 'and speaks of whom it was asked about');
  await look('admin-explain-answer');
}
