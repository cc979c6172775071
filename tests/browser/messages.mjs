// A newcomer whose addresses are verified and who forgets the password, twice: all of it through the messages that come.

import { checkPolicy, lookAt, lookAtLetter, walkStops } from './checks.mjs';
import { openLink, received } from './inbox.mjs';
import { fill, leaveBy, pressButton } from './keys.mjs';
import { signsInByCode, signsInByLink } from './bycode.mjs';
import { PASSWORD, stepsOf } from './steps.mjs';

const SECOND = 'slow river, 9 lanterns';
const THIRD = 'tall cedar, 5 lanterns';

/** With `looking`, every page is looked at; without, the browser keeps the policy and runs no script. */
export async function messagesWay(context, tools, someone, looking) {
  const page = await context.newPage();
  const { report, outDir } = tools;
  const about = looking ? 'messages' : 'messages, without JavaScript';
  const named = { check: (holds, name, why) => report.check(holds, `${about}: ${name}`, why) };
  const trip = {
    page, someone, looking,
    ...stepsOf(page, { ...tools, report: named }),
    check: named.check,
    look: async (name, also) => looking && lookAt(page, report, name, outDir, also),
    stops: async (name) => {
      if (!looking) return;
      await page.reload();
      await walkStops(page, report, name);
      await page.reload();
    },
    policy: (response, name) => checkPolicy(named, response, name),
    outDir, report,
  };
  await trip.open('/dev/inbox');
  await trip.look('inbox-empty', { scripts: 1 });
  await arrives(trip);
  await verifiesEmail(trip);
  await verifiesPhone(trip, 'verify-phone', 2);
  await signsOut(trip);
  await verifiesAsStranger(trip);
  await resetsByLink(trip);
  await verifiesPhone(trip, '', 3);
  await signsOut(trip);
  await resetsByCode(trip);
  await signsOut(trip);
  await signsInByCode(trip);
  await signsOut(trip);
  await signsInByLink(trip);
}

const unverified = async ({ shown }) => (await shown()).split('Not verified yet').length - 1;

async function arrives(trip) {
  const { register, arrived, someone, check, look } = trip;
  arrived(await register(someone), '/account', 200, 'registering with email and phone leads to the account');
  check(await unverified(trip) === 2, 'neither is verified yet');
  await look('account-unverified');
}

async function verifiesEmail(trip) {
  const { page, open, follow, arrived, someone, check, look, stops, policy, codeRefused } = trip;
  let response = await follow('main a[href="/verify/email"]');
  arrived(response, '/verify/email', 200, 'the account leads to the code of the email');
  policy(response, '/verify/email');
  check((await trip.shown()).includes(someone.email), 'the page says which address it is about');
  await look('verify-email');
  await stops('verify-email');

  await fill(page, { code: 'XXXX XXXX' });
  await codeRefused(await leaveBy(page, 'Enter'), 'a wrong code');
  await look('verify-email-errors');

  const letter = await received(page, open, 'verify_email', someone.email);
  check(letter.code !== '' && letter.link.startsWith('/verify/email/'), 'the message has a code and a link of this site', letter.link);
  await look('inbox', { scripts: 1 });
  await stops('inbox');
  if (trip.looking) {
    await open(letter.look);
    await lookAtLetter(page, trip.report, 'letter', trip.outDir);
    await open('/dev/inbox');
  }
  response = await openLink(page, letter.link);
  arrived(response, letter.link, 200, 'the link leads to a page with a button');
  policy(response, 'the page of the link');
  await look('verify-link');
  await stops('verify-link');
  await open('/account');
  check(await unverified(trip) === 2, 'looking at it changes nothing');

  await open(letter.link);
  response = await pressButton(page, letter.link, 'Space');
  arrived(response, '/verify/email/complete', 200, 'the button verifies');
  await look('verify-complete');
  response = await follow('main a.button');
  arrived(response, '/account', 200, 'and from there to the account');
  check(await unverified(trip) === 1, 'where the email address is verified');
  response = await open('/verify/email');
  arrived(response, '/account', 200, 'who is verified is not asked again');

  response = await open(letter.link);
  arrived(response, letter.link, 422, 'the link works once');
  check((await page.title()).startsWith('Error: '), 'a spent link: the title begins with "Error: "', await page.title());
  await look('link-gone');
  await open('/account');
}

/** `nth`: how many codes will have been sent to the phone by then. */
async function verifiesPhone(trip, name, nth) {
  const { page, open, follow, arrived, someone, check, look } = trip;
  let response = await follow('main a[href="/verify/phone"]');
  arrived(response, '/verify/phone', 200, 'the account leads to the code of the phone');
  if (name) await look(name);
  await received(page, open, 'verify_phone', someone.phone, nth - 1);
  await open('/verify/phone');
  response = await pressButton(page, '/verify/phone/resend');
  arrived(response, '/verify/phone', 200, 'another code can be asked for');
  check(await page.locator('main [role="status"]').count() === 1, 'the page says that it is on its way');
  if (name) await look(`${name}-sent`);

  const { code } = await received(page, open, 'verify_phone', someone.phone, nth);
  await open('/verify/phone');
  await fill(page, { code: `${code.slice(0, 3)} ${code.slice(3)}` });
  response = await leaveBy(page, 'Enter');
  arrived(response, '/verify/phone/complete', 200, 'the code verifies, typed with a space');
  response = await follow('main a.button');
  arrived(response, '/account', 200, 'and from there to the account, too');
  check(await unverified(trip) === 0, 'where everything is verified');
  if (name) await look('account-verified');
}

async function signsOut({ page, arrived }) {
  arrived(await pressButton(page, '/logout'), '/login', 200, 'signs out');
}

/** Signed out, the page asks whose address it is. */
async function verifiesAsStranger({ page, open, look, stops, codeRefused, check, value }) {
  await open('/verify/email');
  await look('verify-email-stranger');
  await stops('verify-email-stranger');
  const email = 'nobody@example.org';
  await fill(page, { email, code: 'XXXXXXXX' });
  await codeRefused(await leaveBy(page, 'Enter'), 'a code for an unknown address');
  check(await value('email') === email, 'a code for an unknown address: the address is kept');
  await look('verify-email-stranger-errors');
}

/** To the page where the code is typed, by the link on the login page. */
async function asks({ page, open, follow, arrived, look, stops, policy }, identifier, looking) {
  await open('/login');
  let response = await follow('main a[href="/password/reset"]');
  arrived(response, '/password/reset', 200, 'the login page leads to the reset');
  policy(response, '/password/reset');
  if (looking) {
    await look('password-reset');
    await stops('password-reset');
  }
  await fill(page, { identifier });
  response = await leaveBy(page, 'Enter');
  arrived(response, '/password/reset/done', 200, 'the way on is the same for everybody');
}

async function signsInWith(trip, identifier, password, old) {
  const { arrived, follow, refused, signIn } = trip;
  arrived(await follow('main a.button'), '/login', 200, 'and one has to sign in');
  await refused(await signIn(identifier, old), 'the old password');
  arrived(await signIn(identifier, password), '/account', 200, 'the new password signs in');
}

async function resetsByLink(trip) {
  const { page, open, someone, arrived, check, look, stops, refused, errorAt, value } = trip;
  await asks(trip, someone.email, true);
  await look('password-reset-done');
  await stops('password-reset-done');

  const { link } = await received(page, open, 'reset_password', someone.email);
  arrived(await openLink(page, link), link, 200, 'the link leads to the new password');
  await look('password-reset-link');
  await stops('password-reset-link');
  await fill(page, { new_password: SECOND, new_password_confirm: THIRD });
  await refused(await leaveBy(page, 'Enter'), 'two new passwords');
  check(await errorAt('new_password_confirm') !== '', 'two new passwords: the error stands at the second');
  check(await value('new_password') === '', 'two new passwords: none is kept');
  await look('password-reset-link-errors');
  await fill(page, { new_password: SECOND, new_password_confirm: SECOND });
  arrived(await leaveBy(page, 'Enter'), '/password/reset/complete', 200, 'the link sets the password');
  await look('password-reset-complete');
  arrived(await open(link), link, 422, 'the link sets a password once');
  check((await page.title()).startsWith('Error: This link'), 'a spent link says that it is spent', await page.title());
  await open('/password/reset/complete');
  await signsInWith(trip, someone.email, SECOND, PASSWORD);
  check(await unverified(trip) === 1, 'the other address is to be confirmed anew');
}

async function resetsByCode(trip) {
  const { page, open, someone, arrived, check, look, codeRefused, value } = trip;
  await asks(trip, someone.phone, false);
  const unknown = { identifier: 'nobody@example.org', code: '12345678', new_password: THIRD, new_password_confirm: THIRD };
  await fill(page, unknown);
  await codeRefused(await leaveBy(page, 'Enter'), 'a wrong code for a reset');
  check(await value('identifier') === unknown.identifier, 'a wrong code for a reset: whose it is, is kept');
  check(await value('new_password') === '', 'a wrong code for a reset: the password is not');
  await look('password-reset-done-errors');

  const { code } = await received(page, open, 'reset_password', someone.phone);
  await open('/password/reset/done');
  await fill(page, { identifier: someone.phone, code, new_password: THIRD, new_password_confirm: THIRD });
  arrived(await leaveBy(page, 'Enter'), '/password/reset/complete', 200, 'the code sets the password');
  await signsInWith(trip, someone.username, THIRD, SECOND);
}
