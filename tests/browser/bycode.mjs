// Signing in with a code in place of the password, and with the link of the same message.

import { openLink, received } from './inbox.mjs';
import { fill, leaveBy, pressButton, tabTo } from './keys.mjs';

/** To the page where the code is typed, by the link on the login page; on the way from the account and back to it. */
async function asks({ page, open, follow, arrived, value, check, look, stops, policy }, identifier, looking) {
  await open('/account?from=code');
  let response = await follow('main a[href^="/login/code"]');
  arrived(response, '/login/code', 200, 'the login page leads to the sign-in by code');
  policy(response, '/login/code');
  if (looking) {
    await look('login-code');
    await stops('login-code');
  }
  await fill(page, { identifier });
  response = await leaveBy(page, 'Enter');
  arrived(response, '/login/code/confirm', 200, 'the way on to the code is the same for everybody');
  check(await value('next') === '/account?from=code', 'and still knows where to go on to', page.url());
}

/** The last reset was by phone, so that is the address that opens the account. */
export async function signsInByCode(trip) {
  const { page, open, someone, arrived, check, look, stops, codeRefused, value } = trip;
  await asks(trip, someone.username, true);
  const { code } = await received(page, open, 'login_code', someone.phone);
  await open('/login/code/confirm?next=%2Faccount%3Ffrom%3Dcode');
  await look('login-code-confirm');
  await stops('login-code-confirm');

  await fill(page, { identifier: 'nobody@example.org', code: 'XXXX XXXX' });
  await codeRefused(await leaveBy(page, 'Enter'), 'a wrong code to sign in');
  check(await value('identifier') === 'nobody@example.org', 'a wrong code to sign in: whose it is, is kept');
  await look('login-code-confirm-errors');

  await fill(page, { identifier: someone.username, code: `${code.slice(0, 3)} ${code.slice(3)}` });
  await tabTo(page, '[name="remember_me"]');
  await page.keyboard.press('Space');
  arrived(await leaveBy(page, 'Enter'), '/account', 200, 'the code signs in');
  check(page.url().endsWith('?from=code'), 'and leads to where one wanted to go', page.url());
  check((await trip.shown()).includes(someone.username), 'as whoever asked for it');
}

/** The email address is confirmed anew, by hand, and then opens the account too. */
export async function signsInByLink(trip) {
  const { page, open, someone, arrived, check, look, stops } = trip;
  await asks(trip, someone.phone, false);
  const { code } = await received(page, open, 'login_code', someone.phone, 2);
  await open('/login/code/confirm');
  await fill(page, { identifier: someone.phone, code });
  arrived(await leaveBy(page, 'Enter'), '/account', 200, 'a code asked for by phone number signs in');
  const sent = (await received(page, open, 'verify_email', someone.email, 1)).heading;
  await open('/verify/email');
  await pressButton(page, '/verify/email/resend');
  const proof = await received(page, open, 'verify_email', someone.email, 2);
  check(proof.heading !== sent, 'another message comes to confirm the email address');
  await open('/verify/email');
  await fill(page, { code: proof.code });
  arrived(await leaveBy(page, 'Enter'), '/verify/email/complete', 200, 'the email address is confirmed anew');
  await open('/account');
  arrived(await pressButton(page, '/logout'), '/login', 200, 'signs out once more');

  await asks(trip, someone.email, false);
  const { link } = await received(page, open, 'login_code', someone.email);
  let response = await openLink(page, link);
  arrived(response, link, 200, 'the link to sign in leads to a page with a button');
  const shown = await trip.shown();
  check(shown.includes(someone.username) && !shown.includes(someone.email), 'which says whom it signs in, masked', shown);
  await look('login-link');
  await stops('login-link');
  await open('/account');
  check(new URL(page.url()).pathname === '/login', 'looking at it signs nobody in', page.url());

  await open(link);
  response = await pressButton(page, link, 'Space');
  arrived(response, '/account', 200, 'the button signs in');
  arrived(await pressButton(page, '/logout'), '/login', 200, 'and out again');
  arrived(await open(link), link, 422, 'the link to sign in works once');
  check((await page.title()).startsWith('Error: '), 'a spent link to sign in: the title begins with "Error: "', await page.title());
}
