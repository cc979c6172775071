// What must hold on every page, whatever it shows.

import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { tabRound } from './keys.mjs';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const LARGE = { width: 1280, height: 800 };
const SMALL = { width: 375, height: 812 };
const NARROWEST = { width: 320, height: 640 };

const AXE = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Our own bar is higher than AA for text: 7:1.
  rules: { 'color-contrast-enhanced': { enabled: true } },
};

/** A mail has no frame of ours. */
export const OF_MAIL = { runOnly: AXE.runOnly.filter((tag) => tag !== 'best-practice') };

const CSP = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Collects the verdicts. One line each, so that a run reads as a list of what holds. */
export class Report {
  failed = 0;
  passed = 0;

  check(holds, name, why = '') {
    if (holds) this.passed += 1;
    else this.failed += 1;
    console.log(`${holds ? 'ok' : 'not ok'} ${name}${!holds && why ? `: ${why}` : ''}`);
    return holds;
  }
}

const LOOKS = [
  ['light', 'light', LARGE],
  ['dark', 'dark', LARGE],
  ['small', 'light', SMALL],
];

/** Everything about one page: the rules of the house, axe in three looks with a picture of each, narrow windows. */
export async function lookAt(page, report, name, outDir, { scripts = 0 } = {}) {
  await checkMarkup(page, report, name, scripts);

  for (const [look, colorScheme, size] of LOOKS) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(() => window.scrollTo(0, 0));
    await picture(page, size, path.join(outDir, `${name}-${look}.png`));
    const violations = await axe(page);
    report.check(violations.length === 0, `${name}: axe finds nothing (${look})`, violations.join('; '));
  }

  await page.setViewportSize(NARROWEST);
  report.check(await fits(page), `${name}: no sideways scrolling at 320 px`);
  const way = await page.evaluate(() => {
    const before = document.documentElement.dir;
    document.documentElement.dir = before === 'rtl' ? 'ltr' : 'rtl';
    return before;
  });
  report.check(await fits(page), `${name}: nor when it is turned to the other reading direction`);
  await page.evaluate((dir) => { document.documentElement.dir = dir; }, way);

  const small = await smallTargets(page);
  report.check(small.length === 0, `${name}: what can be pressed is at least 44 px high`, small.join(', '));
  await page.setViewportSize(LARGE);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

/** Read before a picture is taken, since taking one writes into the page. */
async function checkMarkup(page, report, name, scripts) {
  const house = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    scripts: document.scripts.length,
    inline: [...document.scripts].filter((script) => !script.getAttribute('src')?.startsWith('/static/')).length,
    styles: document.querySelectorAll('style, [style]').length,
    handlers: [...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames())
      .filter((attribute) => attribute.startsWith('on')),
    headings: document.querySelectorAll('h1').length,
    mains: document.querySelectorAll('main').length,
    // Each reference must lead to something: a label to a field, a field to its messages.
    loose: ['aria-describedby', 'aria-labelledby', 'for'].flatMap((attribute) =>
      [...document.querySelectorAll(`[${attribute}]`)]
        .flatMap((element) => element.getAttribute(attribute).split(/\s+/))
        .filter((id) => !document.getElementById(id))),
    passwords: [...document.querySelectorAll('input[type="password"]')].filter((input) => input.value).length,
  }));
  report.check(house.lang !== '' && ['ltr', 'rtl'].includes(house.dir), `${name}: says its language and direction`);
  const own = scripts === 0 ? 'has no script' : 'has the one script of ours, and none inline';
  const kept = house.scripts === scripts && house.inline === 0 && house.handlers.length === 0;
  report.check(kept, `${name}: ${own}`);
  report.check(house.styles === 0, `${name}: has no inline style`);
  report.check(house.headings === 1 && house.mains === 1, `${name}: one main part, one first heading`);
  report.check(house.loose.length === 0, `${name}: every reference inside the page leads somewhere`, house.loose.join(', '));
  report.check(house.passwords === 0, `${name}: no password is sent back`);
}

/** Tab through a freshly opened page: skip link first, reading order kept, the focus always visible. */
export async function walkStops(page, report, name) {
  const stops = await tabRound(page);
  report.check(stops[0]?.link === '#content', `${name}: the first stop skips to the content`, JSON.stringify(stops[0]));
  const inOrder = stops.every((stop, index) => index === 0 || stop.order > stops[index - 1].order);
  report.check(inOrder, `${name}: Tab follows the reading order`, stops.map((stop) => stop.name).join(', '));
  const unseen = stops.filter((stop) => !stop.ring).map((stop) => stop.name);
  report.check(stops.length > 1 && unseen.length === 0, `${name}: the focus can be seen at all ${stops.length} stops`, unseen.join(', '));
}

/** A mail as a mail program shows it. It has no frame of ours, and styles of its own, as mails have. */
export async function lookAtLetter(page, report, name, outDir) {
  for (const [look, colorScheme, size] of LOOKS) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await picture(page, size, path.join(outDir, `${name}-${look}.png`));
    const violations = await axe(page, OF_MAIL);
    report.check(violations.length === 0, `${name}: axe finds nothing (${look})`, violations.join('; '));
  }
  await page.setViewportSize(NARROWEST);
  report.check(await fits(page), `${name}: no sideways scrolling at 320 px`);
  report.check(await page.locator('script').count() === 0, `${name}: has no script`);
  await page.setViewportSize(LARGE);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

/** What axe finds, a line each. */
export async function axe(page, rules = AXE) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), rules);
  return violations.map(({ id, nodes }) =>
    `${id} at ${nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary.split('\n').pop().trim()})`).join(' and ')}`);
}

export const fits = (page) => page.evaluate(() =>
  document.documentElement.scrollWidth <= window.innerWidth && document.body.scrollWidth <= window.innerWidth);

/** No picture is higher: of the longest pages nobody looks at the end, and a browser takes minutes to draw it. */
const HIGHEST = 6000;

/** The page in a window that is as high as it needs, so that what hangs on the window's height looks right. */
export async function picture(page, size, file) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height: Math.min(Math.max(size.height, height), HIGHEST) });
  await page.screenshot({ path: file });
  await page.setViewportSize(size);
}

/** A checkbox counts with its label, which is pressed with it. Links inside a sentence are exempt, as in WCAG. */
const smallTargets = (page) => page.evaluate(() => {
  const high = (element) => element.getBoundingClientRect().height >= 43.5;
  return [...document.querySelectorAll('input:not([type="hidden"]), select, textarea, button, a.button')]
    .filter((element) => !(element.type === 'checkbox' ? high(element.labels[0]) : high(element)))
    .map((element) => element.name || element.textContent.trim());
});

/** Watches a browser context: where its requests go, and, if the policy holds in it, what the browser had to block. */
export function watch(context, base, strict) {
  const seen = { strict, elsewhere: new Set(), scripts: new Set(), complaints: new Set() };
  const home = new URL(base).host;
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.host !== home) seen.elsewhere.add(request.url());
    if (request.resourceType() === 'script') seen.scripts.add(request.url());
  });
  context.on('console', (message) => {
    if (/content security policy/i.test(message.text())) seen.complaints.add(message.text());
  });
  return seen;
}

export function reportWatched(report, seen, name) {
  report.check(seen.elsewhere.size === 0, `${name}: no request went to another host`, [...seen.elsewhere].join(', '));
  const other = [...seen.scripts].filter((script) => !new URL(script).pathname.startsWith('/static/inbox.js'));
  report.check(other.length === 0, `${name}: no JavaScript was loaded but that of the development inbox`, other.join(', '));
  if (seen.strict) report.check(seen.complaints.size === 0, `${name}: the browser had nothing to block`, [...seen.complaints].join(' '));
}

export function checkPolicy(report, response, name) {
  const sent = response.headers()['content-security-policy'] ?? '';
  const sorted = (policy) => policy.split(';').map((part) => part.trim()).filter(Boolean).sort().join('; ');
  report.check(sorted(sent) === sorted(CSP), `${name}: sends the content security policy`, sent || 'none sent');
}
