// The way through every page there is, in whatever language the browser asks for: what is typed is right or wrong on
// purpose, and each page that comes of it is shown to `see`.

import { PASSWORD, WRONG } from './steps.mjs';

const PATIENCE = 60_000;
const NEXT = 'slow river, 9 lanterns';
const AGENTS = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 '
    + 'Safari/604.1',
  'curl/8.14.1',
];
const NOWHERE = '0193a1c2-0000-7000-8000-000000000000/SampleOfALinkThatLeadsNowhere';

/** The hands of one visitor: `see` is called with the name of each page that is to be looked at. */
export function handsOf(page, { base, language }, see) {
  const at = (path) => new URL(path, base).href;
  const open = (path) => page.goto(at(path), { waitUntil: 'load' });
  /** Fills in a form and presses its button, or that of `action`. */
  const send = async (values = {}, action = '') => {
    for (const [name, value] of Object.entries(values)) await page.locator(`main [name="${name}"]`).first().fill(value);
    const form = action ? `main form[action="${action}"] button, main button[formaction="${action}"]` : 'main form.form button';
    const [response] = await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.locator(form).first().click()]);
    return response;
  };
  return {
    page, base, language, see, open, send,
    show: async (path, name, how) => {
      await open(path);
      await see(name, how);
    },
    sends: async (values, name, action) => {
      const response = await send(values, action);
      await see(name);
      return response;
    },
    mail: (kind, to, count, patience) => mail(at('/dev/inbox'), kind, to, count, patience),
    call: async (path, body, headers = {}) => {
      const all = { 'content-type': 'application/json', 'accept-language': language, ...headers };
      const reply = await fetch(at(`/api/v1/${path}`), { method: 'POST', headers: all, body: JSON.stringify(body) });
      if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
      return reply.json().catch(() => null);
    },
  };
}

/**
 * The newest message of this kind to this address, once there are `count` of them: its code and its link. The inbox is read
 * as text, since drawing all of it takes longer with every message.
 */
async function mail(inbox, kind, to, count = 1, patience = PATIENCE) {
  for (const end = Date.now() + patience; Date.now() < end;) {
    const letters = (await (await fetch(inbox)).text()).split('<article').slice(1)
      .filter((letter) => letter.includes(`<code>${kind}</code>`) && letter.includes(`>${to}</bdi>`));
    const find = (pattern) => letters[0].match(pattern)?.[1].replaceAll('&amp;', '&') ?? '';
    if (letters.length >= count) {
      return { code: find(/class="code">.*?<code dir="ltr">([^<]+)/s), link: find(/<a class="button" href="([^"]+)"/) };
    }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`${kind} did not come to ${to}`);
}

/** Signed out: the ways in, every mistake in them, links that are spent, refusals. */
export async function outside({ show, sends, see, page, base }) {
  await show('/register', 'register');
  await sends({}, 'register-empty');
  await sends({ username: '9 lives', email: 'nobody', phone: '+49', password: '12345678', password_confirm: '1' }, 'register-errors');
  await show('/register/member', 'club');
  await sends({ site: 'javascript:alert(1)', membership_number: 'ab12', years: '-1', born: '2026-11-22' }, 'club-errors');
  await show('/login', 'login');
  await sends({}, 'login-empty');
  await sends({ identifier: 'nobody', password: WRONG }, 'login-errors');
  for (let times = 0; times < 6; times += 1) await sendsAgain(page, base);
  await sends({ identifier: 'guessed', password: WRONG }, 'login-throttled');
  await show('/login/code', 'login-code');
  await sends({ identifier: '' }, 'login-code-errors');
  await show('/login/code/confirm', 'login-code-confirm');
  await sends({ identifier: 'nobody@example.org', code: 'XXXX XXXX' }, 'login-code-confirm-errors');
  await show('/verify/email', 'verify-email-stranger');
  await sends({ email: 'nobody', code: '' }, 'verify-email-stranger-errors');
  await show('/verify/phone', 'verify-phone-stranger');
  await sends({ phone: '+49', code: 'X' }, 'verify-phone-stranger-errors');
  await show('/password/reset', 'reset');
  await sends({}, 'reset-errors');
  await show('/password/reset/done', 'reset-done');
  await sends({ identifier: 'nobody@example.org', code: 'XXXXXXXX', new_password: 'a', new_password_confirm: 'b' }, 'reset-done-errors');
  await show('/password/reset/complete', 'reset-complete');
  await show(`/password/reset/${NOWHERE}`, 'reset-no-link');
  await show(`/verify/email/${NOWHERE}`, 'verify-gone');
  await show(`/login/code/${NOWHERE}`, 'login-code-gone');
  await show('/nothing', 'error-404');
  await show('/logout', 'error-405');
  await fromElsewhere(page, base);
  await see('error-403');
}

async function sendsAgain(page, base) {
  await page.goto(new URL('/login', base).href);
  await page.locator('[name="identifier"]').fill('guessed');
  await page.locator('[name="password"]').fill(WRONG);
  await Promise.all([page.waitForNavigation(), page.locator('main form.form button').first().click()]);
}

/** Another site posts into ours. */
async function fromElsewhere(page, base) {
  await page.goto(`data:text/html,<form method="post" action="${base}/login"><button>x</button></form>`);
  await Promise.all([page.waitForNavigation(), page.locator('button').click()]);
}

/** Somebody arrives, proves both addresses, and forgets the password. */
export async function newcomer(hands, { username, email, phone }) {
  const { show, send, sends, see, open, mail, page } = hands;
  await open('/register');
  await send({ username, email, phone, password: PASSWORD, password_confirm: PASSWORD });
  await see('account-new');
  await show('/verify/email', 'verify-email');
  await sends({ code: 'XXXXXXXX' }, 'verify-email-errors');
  const proof = await mail('verify_email', email);
  await show(proof.link, 'verify-email-link');
  await sends({}, 'verify-email-complete');
  const texted = await mail('verify_phone', phone);
  await show('/verify/phone', 'verify-phone');
  await sends({ code: '000000' }, 'verify-phone-errors');
  await sends({}, 'verify-phone-sent', '/verify/phone/resend');
  const again = await mail('verify_phone', phone, 2);
  await open('/verify/phone');
  await sends({ code: again.code ?? texted.code }, 'verify-phone-complete');
  await signsOut(hands);
  await open('/password/reset');
  await sends({ identifier: email }, 'reset-sent');
  const reset = await mail('reset_password', email);
  await show(reset.link, 'reset-link');
  await sends({ new_password: NEXT, new_password_confirm: WRONG }, 'reset-link-errors');
  await send({ new_password: PASSWORD, new_password_confirm: PASSWORD });
  await show(reset.link, 'reset-gone');
  await open('/login/code');
  await send({ identifier: email });
  const { link } = await mail('login_code', email);
  await show(link, 'login-code-link');
  await sends({}, 'account');
}

export async function signsOut({ send, open }) {
  await open('/account');
  await send({}, '/logout');
}

/** As somebody does whose message does not come: too soon after the last one nothing is sent, and nothing says so. */
async function askedAgain(ask, read) {
  for (let left = 6; ; left -= 1) {
    await ask();
    try {
      return await read();
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

/** An address proves not to be the account's. */
export async function released({ call, mail, show, sends }, { email, phone }) {
  await call('register', { email, phone, password: PASSWORD });
  const { code } = await mail('verify_phone', phone);
  await call('verify/phone', { phone, code });
  await mail('verify_email', email);
  const { link } = await askedAgain(() => call('password/reset', { identifier: email }), () => mail('release_address', email, 1, 5_000));
  await show(link, 'release');
  await sends({}, 'release-complete');
}

/** What somebody does to the account. The sign-in is long ago, so the password is asked for first. */
export async function own(hands, someone) {
  const { show, sends, send, open, see, call, mail, page } = hands;
  const { username, email, phone } = someone;
  // With each message time passes: after ten of them the sign-in counts as long ago.
  const others = [...Array(10).keys()].map((nth) => `${nth}.${email}`);
  for (const other of others) await call('register', { email: other, password: PASSWORD });
  for (const other of others) await mail('verify_email', other);
  await show('/account/confirm?next=/account/export', 'confirm');
  await sends({ password: WRONG }, 'confirm-errors');
  await sends({ password: PASSWORD }, 'export');
  await show('/account/profile', 'profile');
  await sends({ username: '9 lives', first_name: 'x'.repeat(151) }, 'profile-errors');
  await sends({ username, first_name: 'Ada', last_name: 'Lovelace' }, 'profile-saved');
  await show('/account/password', 'password');
  await sends({ current_password: WRONG, new_password: email, new_password_confirm: 'b' }, 'password-errors');
  await send({ current_password: PASSWORD, new_password: NEXT, new_password_confirm: NEXT });
  await see('password-changed');
  for (const agent of AGENTS) await call('login', { identifier: username, password: NEXT }, { 'user-agent': agent });
  await show('/account/sessions', 'sessions');
  await page.locator('.session form button').first().click();
  await see('sessions-ended');
  await page.locator('.leave button').first().click();
  await see('sessions-ended-others');
  await changesEmail(hands, email);
  await changesPhone(hands, phone);
  await show('/account/events', 'events');
  await show('/account/events?cursor=x', 'error-422');
  await show('/account/delete', 'delete');
  await sends({ password: WRONG }, 'delete-errors');
  await sends({ password: NEXT }, 'delete-complete');
  await open('/login');
  await send({ identifier: username, password: NEXT });
  await see('account-going');
  await show('/account/delete', 'delete-waiting');
}

async function changesEmail(hands, email) {
  const { show, sends, open, mail } = hands;
  const other = `other.${email}`;
  await show('/account/email', 'email');
  await sends({ new_email: 'nobody', password: WRONG }, 'email-errors');
  await sends({ new_email: other, password: NEXT }, 'email-confirm');
  await sends({ code: 'XXXXXXXX' }, 'email-confirm-errors');
  await show('/account/email', 'email-pending');
  await show('/account', 'account-pending');
  const { link } = await mail('change_email', other);
  await show(link, 'email-link');
  await sends({}, 'email-complete');
  await show(link, 'email-gone');
  await show('/account/email', 'email-changed');
  const undo = await mail('email_changed', email);
  await show(undo.link, 'email-undo');
  await show('/account/email/undone', 'email-undone');
  await show(`/account/email/undo/${NOWHERE}`, 'email-undo-gone');
  await open('/account/email/remove');
  await hands.see('email-remove');
  await sends({ password: WRONG }, 'email-remove-errors');
}

async function changesPhone(hands, phone) {
  const { show, sends, send, see, mail } = hands;
  const other = `${phone.slice(0, -1)}9`;
  await show('/account/phone', 'phone');
  await sends({ new_phone: '12', password: '' }, 'phone-errors');
  await send({ new_phone: other, password: NEXT });
  await see('phone-confirm');
  await sends({ code: '000000' }, 'phone-confirm-errors');
  await show('/account/phone', 'phone-pending');
  const { code } = await mail('change_phone', other);
  await show('/account/phone/confirm', 'phone-confirm-again', { axeToo: false });
  await sends({ code }, 'phone-changed');
  await show('/account/phone/remove', 'phone-remove');
  await sends({ password: NEXT }, 'phone-removed');
  await show('/account/phone/undone', 'phone-undone');
}

/** The administration. */
export async function administration(hands, superuser, someone) {
  const { show, sends, send, see, page } = hands;
  await show('/admin/login', 'admin-login');
  await sends({ identifier: superuser.name, password: WRONG }, 'admin-login-errors');
  await send({ identifier: superuser.name, password: superuser.password });
  await see('admin-overview');
  await show('/admin?span=30d', 'admin-overview-30d');
  await page.locator('.chart summary').first().click();
  await see('admin-overview-table', { axeToo: false });
  await show('/admin/accounts', 'admin-accounts');
  await show('/admin/accounts?joined_since=tomorrow', 'admin-accounts-errors');
  await show(`/admin/accounts?q=${someone}`, 'admin-accounts-found', { axeToo: false });
  const account = await page.locator('.rows a').first().getAttribute('href');
  for (const [part, name] of [['', ''], ['/edit', '-edit'], ['/sessions', '-sessions'], ['/events', '-events'],
    ['/verify', '-verify'], ['/reset', '-reset'], ['/end-sessions', '-end-sessions'], ['/deactivate', '-deactivate'],
    ['/delete', '-delete']]) await show(`${account}${part}`, `admin-account${name}`);
  await show('/admin/accounts/new', 'admin-account-new');
  await sends({ username: '9 lives' }, 'admin-account-new-errors');
  for (const room of ['messages', 'tokens', 'events', 'explain']) await show(`/admin/${room}`, `admin-${room}`);
  await show('/admin/events?network=everywhere', 'admin-events-errors');
  for (const [identifier, name] of [[someone, 'answer'], ['nobody', 'nobody'], ['', 'errors']]) {
    await hands.open('/admin/explain');
    await sends({ identifier }, `admin-explain-${name}`);
  }
  await show('/admin/nothing', 'admin-404');
}
