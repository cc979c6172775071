// The page about the API: nothing in it needs a script, and every call can be reached with a keyboard.

import { lookAt } from './checks.mjs';

export async function apiWay(context, { base, report, outDir }) {
  const page = await context.newPage();
  await page.goto(`${base}/api/v1/docs`);
  await lookAt(page, report, 'api', outDir);
  await page.locator('a[href="#login"]').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**#login');
  report.check(await page.locator('#login').evaluate((call) => Math.abs(call.getBoundingClientRect().top) < 40),
    'api: a call is where its link leads');
  const refusals = page.locator('#login .refusals');
  await refusals.locator('summary').focus();
  await page.keyboard.press('Enter');
  report.check(await refusals.getByText('invalid_credentials').isVisible(), 'api: refusals open by keyboard');
}
