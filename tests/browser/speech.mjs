// What must hold of a page in whichever language it speaks: that it speaks this one alone, all of it, and fits.

import path from 'node:path';
import { axe, fits, picture } from './checks.mjs';

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };

/** Words of the site's own, of its visitors and of standards: no language has others for them. */
const NOBODYS = [
  'countersign', 'Join the club', 'For everybody who likes to row.', 'Two capital letters and six digits.', 'Date of birth',
  'Years at the oar', 'I accept the terms', 'no such mailbox', 'connection refused',
];

/** Pages that speak English whatever the language: the document of the API is one for all programs. */
const ENGLISH_ALWAYS = [/^\/api\/v1\/docs/];

/** The rules of axe that words can break. The others hold in every language or in none: they are looked at in one. */
const OF_WORDS = {
  runOnly: { type: 'rule', values: ['aria-command-name', 'aria-input-field-name', 'aria-valid-attr-value', 'button-name',
    'document-title', 'empty-heading', 'empty-table-header', 'heading-order', 'html-has-lang', 'html-lang-valid', 'label',
    'label-title-only', 'landmark-unique', 'link-name', 'list', 'listitem', 'select-name', 'summary-name', 'target-size',
    'valid-lang'] },
};

/** As many words in Latin letters in a row are a sentence that nobody has translated, where others are in use. */
const LATIN_SENTENCE = /(?:\p{Script=Latin}+[\s,.'’-]+){3}\p{Script=Latin}+/u;
const OTHER_LETTERS = ['ar', 'hi', 'zh'];

/** What a page says, as texts of one run each: what is seen, what is only heard, and its title. */
const texts = (page) => page.evaluate(() => {
  // What follows the dot in the title is the host.
  const said = [document.title.split(' · ')[0]];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    // Names of languages are in their own, and what somebody typed is theirs.
    if (!walker.currentNode.parentElement.closest('.languages, script, style, bdi, textarea, code, [lang]:not(html)')) {
      said.push(walker.currentNode.data);
    }
  }
  for (const attribute of ['aria-label', 'title', 'alt', 'placeholder']) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) said.push(element.getAttribute(attribute));
  }
  return said.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
});

/** Letters that hold their text without room for it, by what they say. */
export const clipped = (page) => page.evaluate(() =>
  [...document.querySelectorAll('button, .button, label, legend, h1, h2, h3, th, td, dt, dd, nav a, .state, .event, summary, p, li')]
    .filter((element) => !element.closest('.unseen, .skip') && element.clientWidth > 0)
    .filter((element) => !['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .map((element) => `${element.tagName.toLowerCase()} "${element.textContent.trim().slice(0, 40)}"`));

/** Marks that set a text apart, where they do not belong or are not closed. */
export const straying = (page) => page.evaluate(() => {
  const MARK = /[\u2066-\u2069]/;
  const closed = (text) => {
    let depth = 0;
    for (const letter of text) {
      if (/[\u2066-\u2068]/.test(letter)) depth += 1;
      if (letter === '\u2069') depth -= 1;
      if (depth < 0) return false;
    }
    return depth === 0;
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data } = walker.currentNode;
    if (!closed(data)) found.push(data.trim());
  }
  for (const element of document.querySelectorAll('[href], [value], [action], [id], [name]')) {
    for (const name of ['href', 'value', 'action', 'id', 'name']) {
      if (MARK.test(element.getAttribute(name) ?? '')) found.push(`${name} of ${element.tagName}`);
    }
  }
  return found;
});

/** Looks at pages in one language after the other, English first: its sentences are what the others must not say. */
export class Speech {
  english = new Set();

  constructor(report, outDir, widths) {
    Object.assign(this, { report, outDir, widths });
  }

  /** The page as it is, in `language`. `axeToo` is left out where another page has the same parts. */
  async hear(page, language, name, { axeToo = true } = {}) {
    const dir = language === 'ar' ? 'rtl' : 'ltr';
    const told = [];
    const expect = (holds, why) => holds || told.push(why);
    const own = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
    expect(own[0] === language && own[1] === dir, `says it is ${own.join(', ')}`);
    this.#words(language, new URL(page.url()).pathname, await texts(page), expect);
    const marks = await straying(page);
    expect(marks.length === 0, `marks of direction astray: ${marks.join(' | ')}`);
    for (const size of [NARROW, WIDE]) {
      await page.setViewportSize(size);
      expect(await fits(page), `scrolls sideways at ${size.width} px`);
      const cut = await clipped(page);
      expect(cut.length === 0, `too little room at ${size.width} px for ${cut.join(', ')}`);
    }
    if (axeToo) {
      const violations = await axe(page, language === 'ar' ? undefined : OF_WORDS);
      expect(violations.length === 0, `axe: ${violations.join('; ')}`);
    }
    for (const width of this.widths) {
      await page.evaluate(() => document.activeElement?.blur());
      await picture(page, { ...WIDE, width }, path.join(this.outDir, `${language}-${name}${width === 1280 ? '' : `-${width}`}.png`));
    }
    await page.setViewportSize(WIDE);
    this.report.check(told.length === 0, `${language}: ${name}`, told.join(' // '));
  }

  #words(language, at, said, expect) {
    const whole = said.join('\n');
    expect(!/\{\s*[$-]|\$phrase/.test(whole), 'something is not filled in');
    const ids = said.filter((text) => /^[a-z]+(-[a-z]+)+$/.test(text));
    expect(ids.length === 0, `a message is not there: ${ids.join(', ')}`);
    const sentences = said.filter((text) => text.split(' ').length >= 3 && !NOBODYS.some((words) => text.includes(words)));
    if (language === 'en') {
      sentences.forEach((text) => this.english.add(text));
    } else if (!ENGLISH_ALWAYS.some((path) => path.test(at))) {
      const foreign = sentences.filter((text) => this.english.has(text) ||
        (OTHER_LETTERS.includes(language) && LATIN_SENTENCE.test(text)));
      expect(foreign.length === 0, `is in English: ${[...new Set(foreign)].join(' | ')}`);
    }
  }
}
