// A person with a keyboard and no mouse. Nothing here clicks.

const FARTHEST = 60;

/** What has the focus, described from outside so that it also works where the page may run no script. */
const focused = (page) => page.locator(':focus');

/** Goes to the first control that matches `selector` by Tab alone, and says what was passed on the way. */
export async function tabTo(page, selector, farthest = FARTHEST) {
  const passed = [];
  for (let step = 0; step < farthest; step += 1) {
    const here = focused(page);
    if (await here.count()) {
      if (await here.evaluate((element, wanted) => element.matches(wanted), selector)) return passed;
      passed.push(await here.evaluate((element) => element.getAttribute('name') ?? element.textContent.trim()));
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to ${selector} by Tab; passed: ${passed.join(', ')}`);
}

/** Fills fields in the order given. What a field held before is typed over, as a person would do it. */
export async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) {
    await tabTo(page, `[name="${name}"]`);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.type(value);
  }
}

/** Presses a key that leads to another page, and waits for that page. */
export async function leaveBy(page, key) {
  const [response] = await Promise.all([
    page.waitForNavigation({ waitUntil: 'load' }),
    page.keyboard.press(key),
  ]);
  return response;
}

export async function pressButton(page, action, key = 'Enter') {
  await tabTo(page, `form[action="${action}"] button`);
  return leaveBy(page, key);
}

/**
 * Every stop of one round with Tab: its name, and whether the eye can see where it is.
 * The round ends when a stop comes back or the focus leaves the page.
 */
export async function tabRound(page) {
  const stops = [];
  for (let step = 0; step < FARTHEST; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate((count) => {
      const element = document.activeElement;
      if (!element || element === document.body || element.dataset.walked !== undefined) return null;
      element.dataset.walked = count;
      const style = getComputedStyle(element);
      return {
        name: element.getAttribute('name') ?? element.textContent.trim().slice(0, 40),
        link: element.getAttribute('href'),
        ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        order: [...document.querySelectorAll('*')].indexOf(element),
      };
    }, step);
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}
