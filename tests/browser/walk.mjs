// Walks through the pages as a person with a keyboard does, and looks closely at each.
//
//     npm ci
//     node walk.mjs BASE_URL OUT_DIR [--executable /usr/bin/chromium] [--name alice]
//
// Makes new accounts on the server at BASE_URL, so give it one whose data may go. One line a check;
// the exit code is 1 when any of them fails. Pictures of the pages go to OUT_DIR.

import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { checkPolicy, lookAt, Report, reportWatched, walkStops, watch } from './checks.mjs';
import { fill, leaveBy, pressButton, tabTo } from './keys.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    executable: { type: 'string', default: '/usr/bin/chromium' },
    name: { type: 'string', default: `alice.${Date.now().toString(36)}` },
  },
});
const [base, outDir] = positionals;
if (!base || !outDir) {
  console.error('usage: node walk.mjs BASE_URL OUT_DIR [--executable PATH] [--name USERNAME]');
  process.exit(2);
}

const PASSWORD = 'quiet harbour, 7 lanterns';
const WRONG = 'loud harbour, 8 lanterns';
const person = (username) => ({ username, email: `${username}@example.org` });
const at = (page, path) => new URL(page.url()).pathname === path;
const report = new Report();

async function open(page, path) {
  return page.goto(new URL(path, base).href, { waitUntil: 'load' });
}

/** Arrived: the address, the status, and that the way there was a 303 if it was one. */
function arrived(response, page, path, status, name) {
  const before = response.request().redirectedFrom();
  report.check(at(page, path) && response.status() === status, name, `${response.status()} at ${page.url()}`);
  return before;
}

async function register(page, { username, email }, key = 'Enter') {
  await open(page, '/register');
  await fill(page, { username, email, password: PASSWORD, password_confirm: PASSWORD });
  return leaveBy(page, key);
}

async function signIn(page, identifier, password) {
  if (!at(page, '/login')) await open(page, '/login');
  await fill(page, { identifier, password });
  return leaveBy(page, 'Enter');
}

/** A refused page says so in its title and above the form, and takes the focus there. */
async function refused(page, response, name) {
  report.check(response.status() === 422, `${name}: is refused`, `${response.status()}`);
  report.check((await page.title()).startsWith('Error: '), `${name}: the title begins with "Error: "`, await page.title());
  const summary = page.locator('main [role="alert"]');
  report.check(await summary.count() === 1 && (await summary.innerText()).trim() !== '', `${name}: a summary says what is wrong`);
}

const value = (page, name) => page.locator(`[name="${name}"]`).inputValue();

/** The text that is tied to a field by `aria-describedby` and stands in the page as an error. */
async function errorAt(page, name) {
  const field = page.locator(`[name="${name}"]`);
  if (await field.getAttribute('aria-invalid') !== 'true') return '';
  const ids = (await field.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id.endsWith('_errors'));
  const texts = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).innerText()));
  return texts.join(' ').trim();
}

/** The whole way, with every page looked at. */
async function wholeWay(context, alice) {
  const page = await context.newPage();

  await open(page, '/register');
  await walkStops(page, report, 'register');
  await open(page, '/register');
  await lookAt(page, report, 'register', outDir);

  await open(page, '/register');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  report.check(await page.locator('main :focus').count() === 1, 'the skip link leads past the band');

  let response = await register(page, alice);
  const before = arrived(response, page, '/account', 200, 'registering leads to the account');
  report.check((await before?.response())?.status() === 303, 'registering answers with 303');
  const shown = await page.locator('main').innerText();
  report.check(shown.includes(alice.username) && shown.includes(alice.email), 'the account shows who is signed in');
  await lookAt(page, report, 'account', outDir);

  response = await open(page, '/login');
  arrived(response, page, '/account', 200, 'who is signed in already is not asked again');

  response = await pressButton(page, '/logout', 'Space');
  arrived(response, page, '/login', 200, 'signing out leads to the sign-in page');
  await lookAt(page, report, 'login', outDir);
  await open(page, '/login');
  await walkStops(page, report, 'login');

  await open(page, '/login');
  await fill(page, { identifier: alice.email, password: PASSWORD });
  await tabTo(page, '[name="remember_me"]');
  await page.keyboard.press('Space');
  report.check(await page.locator('[name="remember_me"]').isChecked(), 'the box is ticked with Space');
  response = await pressButton(page, '/login');
  arrived(response, page, '/account', 200, 'signing in with the email address leads to the account');
  await pressButton(page, '/logout');

  response = await signIn(page, alice.username, PASSWORD);
  arrived(response, page, '/account', 200, 'signing in with the username leads to the account');
  await pressButton(page, '/logout');

  response = await open(page, '/account');
  arrived(response, page, '/login', 200, 'signed out, the account asks to sign in');
  report.check(await value(page, 'next') === '/account', 'and knows where to go on to', page.url());

  response = await signIn(page, alice.email, WRONG);
  await refused(page, response, 'a wrong password');
  report.check(await value(page, 'identifier') === alice.email, 'a wrong password: the identifier is kept');
  report.check(await value(page, 'password') === '', 'a wrong password: the password is not');
  await lookAt(page, report, 'login-errors', outDir);

  response = await register(page, { ...alice, username: `${alice.username}.two` });
  await refused(page, response, 'a taken email address');
  const taken = await errorAt(page, 'email');
  report.check(taken !== '', 'a taken email address: the error stands at the field');
  report.check(await value(page, 'email') === alice.email, 'a taken email address: what was typed is kept');
  await tabTo(page, 'main [role="alert"] a');
  await page.keyboard.press('Enter');
  await page.keyboard.type('x');
  report.check(await value(page, 'email') !== alice.email, 'the link in the summary leads into the field');
  await page.keyboard.press('Backspace');
  await page.evaluate(() => document.activeElement.blur());
  await lookAt(page, report, 'register-errors', outDir);

  response = await open(page, '/there/is/nothing/here');
  arrived(response, page, '/there/is/nothing/here', 404, 'an unknown address is 404');
  await lookAt(page, report, 'error', outDir);
  await open(page, '/there/is/nothing/here');
  await walkStops(page, report, 'error');
  await tabTo(page, 'main a');
  await leaveBy(page, 'Enter');
  report.check(at(page, '/login'), 'and there is a way home from it', page.url());
}

/** The core of it as a plain visitor: nothing bypassed, so the browser itself keeps the policy. */
async function corePath(context, someone, name, policy) {
  const page = await context.newPage();
  let response = await open(page, '/register');
  if (policy) checkPolicy(report, response, `${name}: /register`);
  response = await register(page, someone);
  arrived(response, page, '/account', 200, `${name}: registers`);
  if (policy) checkPolicy(report, response, `${name}: /account`);
  response = await pressButton(page, '/logout');
  arrived(response, page, '/login', 200, `${name}: signs out`);
  if (policy) checkPolicy(report, response, `${name}: /login`);
  response = await signIn(page, someone.email, WRONG);
  await refused(page, response, `${name}: a wrong password`);
  if (policy) checkPolicy(report, response, `${name}: a refused form`);
  response = await signIn(page, someone.email, PASSWORD);
  arrived(response, page, '/account', 200, `${name}: signs in`);
  response = await open(page, '/there/is/nothing/here');
  if (policy) checkPolicy(report, response, `${name}: an error page`);
}

const VISITS = [
  ['with axe', { bypassCSP: true, reducedMotion: 'reduce' }, (context) => wholeWay(context, person(options.name))],
  ['plain', {}, (context) => corePath(context, person(`${options.name}.plain`), 'plain', true)],
  ['without JavaScript', { javaScriptEnabled: false }, (context) =>
    corePath(context, person(`${options.name}.quiet`), 'without JavaScript', false)],
];

await mkdir(outDir, { recursive: true });
const browser = await chromium.launch({
  executablePath: options.executable,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
try {
  for (const [name, settings, visit] of VISITS) {
    // Each context is a fresh profile: no cookie, no cache, nothing remembered.
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...settings });
    const seen = watch(context, base, !settings.bypassCSP);
    try {
      await visit(context);
    } catch (error) {
      report.check(false, `${name}: the walk goes on to its end`, error.message.split('\n')[0]);
    }
    reportWatched(report, seen, name);
    await context.close();
  }
} finally {
  await browser.close();
}

console.log(`${report.passed} hold, ${report.failed} do not`);
process.exit(report.failed === 0 ? 0 : 1);
