// The steps that several walks take, and what must hold after each.

import { fill, leaveBy, tabTo } from './keys.mjs';

export const PASSWORD = 'quiet harbour, 7 lanterns';
export const WRONG = 'loud harbour, 8 lanterns';

export const at = (page, path) => new URL(page.url()).pathname === path;

/** The steps on `page`. `tools` are the server's address, the report and the folder for pictures. */
export function stepsOf(page, { base, report }) {
  const open = (path) => page.goto(new URL(path, base).href, { waitUntil: 'load' });

  /** Arrived: the address, the status. Returns the request that was redirected, if one was. */
  function arrived(response, path, status, name) {
    const before = response.request().redirectedFrom();
    report.check(at(page, path) && response.status() === status, name, `${response.status()} at ${page.url()}`);
    return before;
  }

  async function register(person, key = 'Enter') {
    await open('/register');
    await fill(page, { ...person, password: PASSWORD, password_confirm: PASSWORD });
    return leaveBy(page, key);
  }

  async function signIn(identifier, password) {
    if (!at(page, '/login')) await open('/login');
    await fill(page, { identifier, password });
    return leaveBy(page, 'Enter');
  }

  /** A refused page says so in its title and above the form, and takes the focus there. */
  async function refused(response, name) {
    report.check(response.status() === 422, `${name}: is refused`, `${response.status()}`);
    report.check((await page.title()).startsWith('Error: '), `${name}: the title begins with "Error: "`, await page.title());
    const summary = page.locator('main [role="alert"]');
    report.check(await summary.count() === 1 && (await summary.innerText()).trim() !== '', `${name}: a summary says what is wrong`);
    report.check(await page.locator('main [role="alert"]:focus').count() === 1, `${name}: the summary has the focus`);
  }

  const value = (name) => page.locator(`[name="${name}"]`).first().inputValue();

  /** The text that is tied to a field by `aria-describedby` and stands in the page as an error. */
  async function errorAt(name) {
    const field = page.locator(`[name="${name}"]`).first();
    if (await field.getAttribute('aria-invalid') !== 'true') return '';
    const ids = (await field.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id.endsWith('_errors'));
    const texts = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).innerText()));
    return texts.join(' ').trim();
  }

  /** A wrong code: the error stands at the box, and the box is empty again. */
  async function codeRefused(response, name) {
    await refused(response, name);
    report.check(await errorAt('code') !== '', `${name}: the error stands at the code`);
    report.check(await value('code') === '', `${name}: the code is not kept`);
  }

  /** Goes where a link of the page leads, by keyboard. */
  async function follow(selector) {
    await tabTo(page, selector);
    return leaveBy(page, 'Enter');
  }

  const shown = () => page.locator('main').innerText();

  return { arrived, codeRefused, errorAt, follow, open, refused, register, shown, signIn, value };
}
