// Walks through the pages as a person with a keyboard does, and looks closely at each.
//
//     npm ci
//     node walk.mjs BASE_URL OUT_DIR [--executable /usr/bin/chromium] [--name alice]
//     node walk.mjs BASE_URL OUT_DIR --superuser root --staff zoe --password '...' --acted-on alice,bob
//
// The second walks through the administration alone, as a superuser that is there, and changes the two accounts named;
// then as somebody of the staff who is none, with the same password. English and Arabic must be offered there, and the lists
// of events and of accounts be longer than a page and than five.
//
// Makes new accounts on the server at BASE_URL, so give it one whose data may go; its verification must be optional, its
// messages must come into /dev/inbox, and its limits must let one person ask for many codes. One line a check; the exit
// code is 1 when any of them fails. Pictures of the pages go to OUT_DIR.

import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { Report, reportWatched, watch } from './checks.mjs';
import { corePath, wholeWay } from './entrance.mjs';
import { adminWay } from './admin.mjs';
import { apiWay } from './api.mjs';
import { clubWay } from './club.mjs';
import { liveWay, previewWay, releaseWay } from './live.mjs';
import { messagesWay } from './messages.mjs';
import { ownWay } from './own.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    executable: { type: 'string', default: '/usr/bin/chromium' },
    name: { type: 'string', default: `alice.${Date.now().toString(36)}` },
    superuser: { type: 'string' },
    staff: { type: 'string', default: 'zoe' },
    password: { type: 'string', default: '' },
    'acted-on': { type: 'string', default: 'alice,bob' },
  },
});
const [base, outDir] = positionals;
if (!base || !outDir) {
  console.error('usage: node walk.mjs BASE_URL OUT_DIR [--executable PATH] [--name USERNAME]');
  process.exit(2);
}

const report = new Report();
const tools = { base, report, outDir };
const person = (username) => ({ username, email: `${username}@example.org` });
// Numbers that belong to nobody else, so that one server can be walked through again.
const number = (last) => `+491512${String(Date.now()).slice(-6)}${last}`;
const looking = { bypassCSP: true, reducedMotion: 'reduce' };

const { superuser, staff, password } = options;
const people = { superuser: { name: superuser, password }, staff: { name: staff, password } };
const [first, second] = options['acted-on'].split(',');

const VISITS_OF_STAFF = [
  ['administration, with axe', looking, (context) => adminWay(context, tools, people, first, true)],
  ['administration, without JavaScript', { javaScriptEnabled: false }, (context) =>
    adminWay(context, tools, people, second, false)],
];

const VISITS = [
  ['messages, with axe', looking, (context) =>
    messagesWay(context, tools, { ...person(`${options.name}.new`), phone: number(1) }, true)],
  ['messages, without JavaScript', { javaScriptEnabled: false }, (context) =>
    messagesWay(context, tools, { ...person(`${options.name}.new.quiet`), phone: number(2) }, false)],
  ['a form of one\'s own, with axe', looking, (context) => clubWay(context, tools, `${options.name}.club@example.org`, true)],
  ['a form of one\'s own, without JavaScript', { javaScriptEnabled: false }, (context) =>
    clubWay(context, tools, `${options.name}.club.quiet@example.org`, false)],
  ['own account, with axe', looking, (context) => ownWay(context, tools, person(`${options.name}.own`), true)],
  ['own account, without JavaScript', { javaScriptEnabled: false }, (context) =>
    ownWay(context, tools, person(`${options.name}.own.quiet`), false)],
  ['the page about the API, with axe', looking, (context) => apiWay(context, tools)],
  ['live inbox', {}, (context) => liveWay(context, tools, { email: `${options.name}.live@example.org` })],
  ['inbox and preview, with axe', looking, (context) =>
    previewWay(context, tools, { email: `${options.name}.look@example.org` })],
  ['release, with axe', looking, (context) =>
    releaseWay(context, tools, { email: `${options.name}.release@example.org`, phone: number(3) })],
  ['with axe', looking, (context) => wholeWay(context, tools, person(options.name))],
  ['plain', {}, (context) => corePath(context, tools, person(`${options.name}.plain`), 'plain', true)],
  ['without JavaScript', { javaScriptEnabled: false }, (context) =>
    corePath(context, tools, person(`${options.name}.quiet`), 'without JavaScript', false)],
];

await mkdir(outDir, { recursive: true });
const browser = await chromium.launch({
  executablePath: options.executable,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
try {
  for (const [name, settings, visit] of options.superuser ? VISITS_OF_STAFF : VISITS) {
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
