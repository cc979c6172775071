// What is done to an account by a button, and to whose account it cannot be done.

import { fill, leaveBy, tabTo } from './keys.mjs';

/** Goes to the page of an act, and does it. Some are asked on their page. */
async function act(trip, name, says, ask = async () => {}) {
  const { page, account, open, follow, seen, submit, arrived } = trip;
  await open(account);
  await seen(await follow(`.acts a[href="${account}/${name}"]`), `${account}/${name}`, `admin-account-${name}`);
  await ask(page);
  arrived(await submit('.form'), account, 200, `${name}: who has confirmed it is led back to the account`);
  await trip.says(says, `${name}: which says that it is done`);
}

/** Takes the first entry of a choice that is one. */
async function chooseFirst(page) {
  await tabTo(page, 'select[name="channel"]');
  await page.keyboard.press('ArrowDown');
}

export async function actsOn(trip) {
  const { page, account, look, refused, check, follow, open, submit, errorAt } = trip;
  const unverified = page.locator('.fact .badge', { hasText: 'Unverified' });
  await open(account);
  const before = await unverified.count();
  await follow(`.acts a[href="${account}/verify"]`);
  await refused(await submit('.form'), 'no address to verify');
  check(await errorAt('channel') !== '', 'the error stands at the choice');
  await look('admin-account-verify-errors');
  await act(trip, 'verify', 'The address is verified.', chooseFirst);
  check(await unverified.count() === before - 1, 'an address is verified by hand');
  await act(trip, 'reset', 'The message is on its way.');
  check(await page.locator('[aria-labelledby="codes"] tbody tr').count() > 0, 'its code is under way, without the code');
  await look('admin-account-codes');
  await act(trip, 'end-sessions', 'The sessions are ended.');
  await trip.says('Nowhere.', 'all sessions are ended');
  await act(trip, 'deactivate', 'The account is inactive.');
  await look('admin-account-inactive');
  await act(trip, 'activate', 'The account is active.');
  check(await page.locator('.states').count() === 0, 'nothing is unusual about it any more');
}

/** The account that was made goes again. */
export async function deletion(trip) {
  const { open, follow, seen, submit, arrived, says, check, made } = trip;
  await open(made);
  await seen(await follow(`.acts a[href="${made}/delete"]`), `${made}/delete`, 'admin-account-delete');
  arrived(await submit('.form'), '/admin/accounts', 200, 'who has deleted an account is led to the list');
  await says('The account is deleted.', 'which says that it is done');
  check((await open(made)).status() === 404, 'and the account is there no more');
}

/** Staff who are no superusers see a superuser's account, and can do nothing to it. */
export async function protectedFromStaff(trip) {
  const { page, staff, superuser, account, open, seen, look, room, follow, arrived, says, check } = trip;
  await open('/admin/login');
  await fill(page, { identifier: staff.name, password: staff.password });
  arrived(await leaveBy(page, 'Enter'), '/admin', 200, 'somebody else of the staff is let in');
  await room('/admin/accounts');
  await fill(page, { q: superuser.name });
  await leaveBy(page, 'Enter');
  const response = await follow('.rows a');
  const path = new URL(page.url()).pathname;
  await seen(response, path, 'admin-account-protected');
  await says('Only superusers can change it.', 'the account of a superuser says who can change it');
  check(await page.locator('.acts, main form[action$="/sessions"]').count() === 0, 'and offers nothing to do');
  for (const act of ['edit', 'delete', 'reset']) {
    check((await open(`${path}/${act}`)).status() === 403, `${act}: nor by its address`);
  }
  await look('admin-refused');
  await open(`${account}/edit`);
  check(await page.locator('[name="is_staff"], [name="is_superuser"]').count() === 0, 'staff give nobody rights');
}
