// Registering, signing in and out: the way through the door, with every page of it looked at.

import { checkPolicy, lookAt, walkStops } from './checks.mjs';
import { fill, leaveBy, pressButton, tabTo } from './keys.mjs';
import { PASSWORD, WRONG, at, stepsOf } from './steps.mjs';

/** The whole way, with every page looked at. */
export async function wholeWay(context, tools, alice) {
  const page = await context.newPage();
  const { report, outDir } = tools;
  const { arrived, errorAt, open, refused, register, signIn, value } = stepsOf(page, tools);

  await open('/register');
  await walkStops(page, report, 'register');
  await open('/register');
  await lookAt(page, report, 'register', outDir);

  await open('/register');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  report.check(await page.locator('main :focus').count() === 1, 'the skip link leads past the band');

  let response = await register(alice);
  const before = arrived(response, '/account', 200, 'registering leads to the account');
  report.check((await before?.response())?.status() === 303, 'registering answers with 303');
  const shown = await page.locator('main').innerText();
  report.check(shown.includes(alice.username) && shown.includes(alice.email), 'the account shows who is signed in');
  await lookAt(page, report, 'account', outDir);

  response = await open('/login');
  arrived(response, '/account', 200, 'who is signed in already is not asked again');

  response = await pressButton(page, '/logout', 'Space');
  arrived(response, '/login', 200, 'signing out leads to the sign-in page');
  await lookAt(page, report, 'login', outDir);
  await open('/login');
  await walkStops(page, report, 'login');

  await open('/login');
  await fill(page, { identifier: alice.email, password: PASSWORD });
  await tabTo(page, '[name="remember_me"]');
  await page.keyboard.press('Space');
  report.check(await page.locator('[name="remember_me"]').isChecked(), 'the box is ticked with Space');
  response = await pressButton(page, '/login');
  arrived(response, '/account', 200, 'signing in with the email address leads to the account');
  await pressButton(page, '/logout');

  response = await signIn(alice.username, PASSWORD);
  arrived(response, '/account', 200, 'signing in with the username leads to the account');
  await pressButton(page, '/logout');

  response = await open('/account');
  arrived(response, '/login', 200, 'signed out, the account asks to sign in');
  report.check(await value('next') === '/account', 'and knows where to go on to', page.url());

  response = await signIn(alice.email, WRONG);
  await refused(response, 'a wrong password');
  report.check(await value('identifier') === alice.email, 'a wrong password: the identifier is kept');
  report.check(await value('password') === '', 'a wrong password: the password is not');
  await lookAt(page, report, 'login-errors', outDir);

  response = await register({ ...alice, username: `${alice.username}.two` });
  await refused(response, 'a taken email address');
  const taken = await errorAt('email');
  report.check(taken !== '', 'a taken email address: the error stands at the field');
  report.check(await value('email') === alice.email, 'a taken email address: what was typed is kept');
  await tabTo(page, 'main [role="alert"] a');
  await page.keyboard.press('Enter');
  await page.keyboard.type('x');
  report.check(await value('email') !== alice.email, 'the link in the summary leads into the field');
  await page.keyboard.press('Backspace');
  await page.evaluate(() => document.activeElement.blur());
  await lookAt(page, report, 'register-errors', outDir);

  response = await open('/there/is/nothing/here');
  arrived(response, '/there/is/nothing/here', 404, 'an unknown address is 404');
  await lookAt(page, report, 'error', outDir);
  await open('/there/is/nothing/here');
  await walkStops(page, report, 'error');
  await tabTo(page, 'main a');
  await leaveBy(page, 'Enter');
  report.check(at(page, '/login'), 'and there is a way home from it', page.url());
}

/** The core of it as a plain visitor: nothing bypassed, so the browser itself keeps the policy. */
export async function corePath(context, tools, someone, name, policy) {
  const page = await context.newPage();
  const { report } = tools;
  const { arrived, open, refused, register, signIn } = stepsOf(page, tools);
  let response = await open('/register');
  if (policy) checkPolicy(report, response, `${name}: /register`);
  response = await register(someone);
  arrived(response, '/account', 200, `${name}: registers`);
  if (policy) checkPolicy(report, response, `${name}: /account`);
  response = await pressButton(page, '/logout');
  arrived(response, '/login', 200, `${name}: signs out`);
  if (policy) checkPolicy(report, response, `${name}: /login`);
  response = await signIn(someone.email, WRONG);
  await refused(response, `${name}: a wrong password`);
  if (policy) checkPolicy(report, response, `${name}: a refused form`);
  response = await signIn(someone.email, PASSWORD);
  arrived(response, '/account', 200, `${name}: signs in`);
  response = await open('/there/is/nothing/here');
  if (policy) checkPolicy(report, response, `${name}: an error page`);
}
