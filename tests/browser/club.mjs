// A form declared without code: every type of field drawn, refused and filled in by keyboard.

import { checkPolicy, lookAt, walkStops } from './checks.mjs';
import { fill, leaveBy, tabTo } from './keys.mjs';
import { PASSWORD, at, stepsOf } from './steps.mjs';

const PATH = '/register/member';

/** With `looking`, the page is looked at, empty and refused. */
export async function clubWay(context, tools, email, looking) {
  const page = await context.newPage();
  const { report, outDir } = tools;
  const { errorAt, open, refused, value } = stepsOf(page, tools);
  const about = looking ? 'the club' : 'the club, without JavaScript';

  let response = await open(PATH);
  report.check(response.status() === 200 && await page.title() !== '', `${about}: the form has a page`);
  if (looking) {
    await walkStops(page, report, 'club');
    await open(PATH);
    await lookAt(page, report, 'club', outDir);
    await open(PATH);
  } else {
    checkPolicy(report, response, `${about}: ${PATH}`);
  }
  report.check(await page.locator('fieldset legend').innerText() === 'You', `${about}: a group has its heading`);

  await fill(page, { email, first_name: '<script>{{7*7}}', site: 'javascript:alert(1)', membership_number: 'ab12' });
  response = await leaveBy(page, 'Enter');
  await refused(response, about);
  for (const name of ['site', 'membership_number', 'terms', 'password']) {
    report.check(await errorAt(name) !== '', `${about}: the error stands at ${name}`);
  }
  report.check(await value('first_name') === '<script>{{7*7}}', `${about}: what was typed is kept as it was`);
  if (looking) {
    await page.evaluate(() => document.activeElement.blur());
    await lookAt(page, report, 'club-errors', outDir);
  }

  await open(PATH);
  const number = looking ? 'AB123456' : 'CD123456';
  await fill(page, { email, membership_number: number, years: '12.5', about: 'one line', password: PASSWORD, password_confirm: PASSWORD });
  await tabTo(page, '[name="terms"]');
  await page.keyboard.press('Space');
  report.check(await page.locator('[name="terms"]').isChecked(), `${about}: the terms are accepted with Space`);
  await tabTo(page, '[name="password"]');
  await leaveBy(page, 'Enter');
  report.check(at(page, '/account'), `${about}: registers`, page.url());
}
