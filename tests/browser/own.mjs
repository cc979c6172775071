// Somebody looks after their own account: the overview, the profile, the password, the places where they are signed in.

import { checkPolicy, lookAt, walkStops } from './checks.mjs';
import { fill, leaveBy, pressButton, tabTo } from './keys.mjs';
import { PASSWORD, WRONG, stepsOf } from './steps.mjs';

const SECOND = 'slow river, 9 lanterns';
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 '
  + 'Mobile/15E148 Safari/604.1';

/** With `looking`, every page is looked at; without, the browser keeps the policy and runs no script. */
export async function ownWay(context, tools, someone, looking) {
  const page = await context.newPage();
  const { report, outDir, base } = tools;
  const about = looking ? 'own account' : 'own account, without JavaScript';
  const named = { check: (holds, name, why) => report.check(holds, `${about}: ${name}`, why) };
  const trip = {
    page, base, someone,
    ...stepsOf(page, { ...tools, report: named }),
    check: named.check,
    look: async (name) => looking && lookAt(page, report, name, outDir),
    stops: async (name) => {
      if (!looking) return;
      await page.reload();
      await walkStops(page, report, name);
      await page.reload();
    },
    policy: (response, name) => checkPolicy(named, response, name),
  };
  trip.arrived(await trip.register(someone), '/account', 200, 'registering leads to the account');
  await profile(trip);
  await password(trip);
  await sessions(trip);
}

/** From one page of the account to another, by the links in the band. */
const room = ({ follow }, path) => follow(`nav a[href="${path}"]`);

async function profile(trip) {
  const { page, arrived, check, look, stops, policy, refused, errorAt, shown, value, someone } = trip;
  let response = await room(trip, '/account/profile');
  arrived(response, '/account/profile', 200, 'the band leads to the profile');
  policy(response, '/account/profile');
  check(await page.locator('nav [aria-current="page"]').innerText() === 'Profile', 'the band says where one is');
  check(await value('username') === someone.username, 'the profile shows what there is');
  await look('profile');
  await stops('profile');
  await fill(page, { username: '9 lives', first_name: 'Alice', last_name: 'Liddell' });
  response = await leaveBy(page, 'Enter');
  await refused(response, 'a name that cannot be');
  check(await errorAt('username') !== '', 'the error stands at the username');
  check(await value('last_name') === 'Liddell', 'the names are kept');
  await look('profile-errors');
  await fill(page, { username: someone.username });
  response = await leaveBy(page, 'Enter');
  arrived(response, '/account/profile', 200, 'a profile is saved');
  check((await shown()).includes('Your profile is saved.'), 'and the page says so');
  arrived(await room(trip, '/account'), '/account', 200, 'the band leads back');
  check((await shown()).includes('Alice Liddell'), 'the account shows the name');
}

async function password(trip) {
  const { page, arrived, check, look, stops, policy, refused, errorAt, shown, value } = trip;
  let response = await room(trip, '/account/password');
  arrived(response, '/account/password', 200, 'the band leads to the password');
  policy(response, '/account/password');
  await look('password');
  await stops('password');
  await fill(page, { current_password: WRONG, new_password: SECOND, new_password_confirm: SECOND });
  response = await leaveBy(page, 'Enter');
  await refused(response, 'a wrong present password');
  check(await errorAt('current_password') !== '', 'the error stands at the present password');
  check(await value('new_password') === '', 'no password is kept');
  await look('password-errors');
  await fill(page, { current_password: PASSWORD, new_password: SECOND, new_password_confirm: SECOND });
  response = await leaveBy(page, 'Enter');
  arrived(response, '/account', 200, 'a new password leads to the account');
  check((await shown()).includes('Your password is changed.'), 'and the page says so');
  response = await trip.open('/account/confirm?next=/account/sessions');
  arrived(response, '/account/sessions', 200, 'who has just given the password is not asked again');
}

async function sessions(trip) {
  const { page, base, someone, arrived, check, look, stops, policy, shown } = trip;
  const elsewhere = (agent) => fetch(new URL('/api/v1/login', base), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': agent },
    body: JSON.stringify({ identifier: someone.email, password: SECOND }),
  });
  check((await elsewhere(PHONE)).status === 200 && (await elsewhere('curl/8.14.1')).status === 200, 'signs in elsewhere');
  let response = await trip.open('/account/sessions');
  arrived(response, '/account/sessions', 200, 'the sessions');
  policy(response, '/account/sessions');
  const all = await shown();
  check(['Safari on iPhone', 'An app or script', 'This one'].every((words) => all.includes(words)), 'are said in words', all);
  await look('sessions');
  await stops('sessions');
  await tabTo(page, '.session button');
  response = await leaveBy(page, 'Enter');
  arrived(response, '/account/sessions', 200, 'one is ended');
  check(await page.locator('.session').count() === 2, 'and gone');
  await tabTo(page, '.leave button');
  response = await leaveBy(page, 'Enter');
  arrived(response, '/account/sessions', 200, 'all others are ended');
  check(await page.locator('.session').count() === 1, 'and this one is left');
  arrived(await room(trip, '/account'), '/account', 200, 'and works');
  await look('account-own');
  await stops('account-own');
  await pressButton(page, '/logout');
}
