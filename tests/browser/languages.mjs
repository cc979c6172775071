// Goes through every page in every language, and looks at each: English first, for what the others must not say.
//
//     node languages.mjs BASE_URL OUT_DIR --languages en,de,ar --password '...' [--acted-on alice] [--widths 1280,375]
//     node languages.mjs BASE_URL OUT_DIR --languages en,de,ar --broken
//
// For each language there must be a superuser `root_LANGUAGE` with this password, who is spoken to in it. The second goes to
// the one page of a server that has lost its database. One line a page and language; the exit code is 1 when any fails.

import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { Report } from './checks.mjs';
import { administration, handsOf, newcomer, outside, own, released, signsOut } from './everywhere.mjs';
import { Speech } from './speech.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    executable: { type: 'string', default: '/usr/bin/chromium' },
    languages: { type: 'string', default: 'en' },
    password: { type: 'string', default: '' },
    'acted-on': { type: 'string', default: 'alice' },
    widths: { type: 'string', default: '1280' },
    broken: { type: 'boolean', default: false },
  },
});
const [base, outDir] = positionals;
if (!base || !outDir) {
  console.error('usage: node languages.mjs BASE_URL OUT_DIR --languages en,de [--broken]');
  process.exit(2);
}

const report = new Report();
const speech = new Speech(report, outDir, options.widths.split(',').map(Number));
const TOURS = options.broken ? [['lost', lost]] : [['outside', outside], ['own account', inside], ['released', other],
  ['administration', staff]];

const today = String(Date.now()).slice(-4);
const person = (language, nth) => ({
  username: `visitor_${language}`,
  email: `visitor.${language}@example.org`,
  phone: `+4915127${today}${nth}0`,
});

async function lost({ open, send, see }) {
  await open('/login');
  await send({ identifier: 'alice', password: 'a password' });
  await see('error-500');
}

async function inside(hands, someone) {
  await newcomer(hands, someone);
  await own(hands, someone);
  await signsOut(hands);
}

async function other(hands, { email, phone }) {
  await released(hands, { email: `released.${email}`, phone: `${phone.slice(0, -1)}5` });
}

async function staff(hands) {
  const superuser = { name: `root_${hands.language}`, password: options.password };
  await administration(hands, superuser, options['acted-on']);
  await hands.show('/api/v1/docs', 'api-docs', { axeToo: false });
}

async function spoken(nth, language) {
  for (const [name, tour] of TOURS) {
    // Each a fresh profile, that asks for this language.
    const context = await browser.newContext({ locale: language, bypassCSP: true, reducedMotion: 'reduce' });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const see = (what, how) => speech.hear(page, language, what, how);
    try {
      await tour(handsOf(page, { base, language }, see), person(language, nth));
    } catch (error) {
      report.check(false, `${language}: ${name}: the walk goes on to its end`, `${error.message.split('\n')[0]} at ${page.url()}`);
    }
    await context.close();
  }
}

await mkdir(outDir, { recursive: true });
const browser = await chromium.launch({
  executablePath: options.executable,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
try {
  const [first, ...others] = [...options.languages.split(',').entries()];
  await spoken(...first);
  // Two at a time: while one waits for the server the other is drawn.
  const next = async () => {
    for (let one = others.shift(); one; one = others.shift()) await spoken(...one);
  };
  await Promise.all([next(), next()]);
} finally {
  await browser.close();
}

console.log(`${report.passed} hold, ${report.failed} do not`);
process.exit(report.failed === 0 ? 0 : 1);
