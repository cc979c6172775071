// The development inbox while it is open: messages come by themselves, and nobody is disturbed by it.

import { lookAt, walkStops } from './checks.mjs';
import { pressButton, tabTo } from './keys.mjs';
import { PASSWORD, stepsOf } from './steps.mjs';

/** Where the browser keeps the policy and runs the one script: the page that listens, and another that has things sent. */
export async function liveWay(context, tools, someone) {
  const { report, base } = tools;
  const check = (holds, name, why) => report.check(holds, `live inbox: ${name}`, why);
  const page = await context.newPage();
  const { open } = stepsOf(page, tools);
  await open('/dev/inbox');
  await page.locator('#inbox_state.live').waitFor();
  check(true, 'says that messages come by themselves');

  const before = await page.locator('article').count();
  await tabTo(page, 'main a[href="/dev/inbox/preview"]');
  await page.evaluate(() => { window.sameAsBefore = true; });
  await sends(base, someone);
  const letter = page.locator('article').first();
  await page.getByText(someone.email, { exact: true }).waitFor();
  check(await page.evaluate(() => window.sameAsBefore === true), 'a message comes without the page being loaded again');
  check(await page.locator('article').count() === before + 1, 'and comes once');
  check((await letter.innerText()).includes(someone.email), 'the newest is at the top');
  check(await page.locator('main a[href="/dev/inbox/preview"]:focus').count() === 1, 'the focus stays where it was');
  const spoken = page.locator('[role="status"][aria-live="polite"]');
  check((await spoken.innerText()).includes(someone.email), 'it is announced politely', await spoken.innerText());
  check(await letter.locator('a.button[href^="/verify/email/"]').count() === 1, 'its link is ready to press');
  check(!(await page.locator('#nothing').isVisible()), 'nothing is said of there being nothing');

  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(base).origin });
  await tabTo(page, 'article button');
  await page.keyboard.press('Enter');
  await page.getByText('Copied', { exact: true }).first().waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  check(copied === (await letter.locator('.code code').innerText()), 'its code is copied by one press', copied);
}

/** The pages that are only for whoever develops, closely looked at. */
export async function previewWay(context, tools, someone) {
  const { report, outDir, base } = tools;
  const page = await context.newPage();
  const { open } = stepsOf(page, tools);
  await sends(base, someone);
  await open('/dev/inbox');
  await page.getByText(someone.email, { exact: true }).waitFor();
  await page.locator('#inbox_state.live').waitFor();
  await lookAt(page, report, 'inbox-live', outDir, { scripts: 1 });
  await open('/dev/inbox');
  await walkStops(page, report, 'inbox-live');
  await open('/dev/inbox/preview');
  await lookAt(page, report, 'inbox-preview', outDir);
}

/** An account of two addresses of which only the phone is proved: whoever has the email address takes it off. */
export async function releaseWay(context, tools, someone) {
  const { report, outDir } = tools;
  const named = { check: (holds, name, why) => report.check(holds, `release: ${name}`, why) };
  const page = await context.newPage();
  const { open, arrived, shown } = stepsOf(page, { ...tools, report: named });
  const inbox = async (kind, to) => {
    const letters = page.locator('article').filter({ hasText: kind }).filter({ hasText: to });
    await open('/dev/inbox');
    await letters.first().waitFor();
    return letters.first();
  };
  await sends(tools.base, someone);
  const code = await (await inbox('verify_phone', someone.phone)).locator('.code code').innerText();
  await post(tools.base, 'verify/phone', { phone: someone.phone, code });
  await post(tools.base, 'password/reset', { identifier: someone.email });
  const link = await (await inbox('release_address', someone.email)).locator('a.button').getAttribute('href');
  await open(link);
  named.check((await shown()).includes(someone.email), 'the page says which address it is about');
  named.check(await page.locator('input[type="password"]').count() === 0, 'and asks for no password');
  await lookAt(page, report, 'release', outDir);
  await open(link);
  await walkStops(page, report, 'release');
  await open(link);
  arrived(await pressButton(page, link), '/password/reset/complete', 200, 'its button takes the address off');
  named.check((await shown()).includes('taken off'), 'and the next page says so');
  await lookAt(page, report, 'release-complete', outDir);
  arrived(await open(link), link, 422, 'the link works once, and says so before a button is pressed');
}

const sends = (base, someone) => post(base, 'register', { ...someone, password: PASSWORD });

async function post(base, path, body) {
  const headers = { 'Content-Type': 'application/json' };
  const reply = await fetch(new URL(`/api/v1/${path}`, base), { method: 'POST', headers, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
}
