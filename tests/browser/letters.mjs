// Looks at messages as a mail program shows them: every page of a folder, named LANGUAGE-MESSAGE.html.
//
//     node letters.mjs FOLDER OUT_DIR [--executable /usr/bin/chromium]

import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { OF_MAIL, Report, axe, fits, picture } from './checks.mjs';
import { clipped, straying } from './speech.mjs';

const { values: options, positionals: [folder, outDir] } = parseArgs({
  allowPositionals: true,
  options: { executable: { type: 'string', default: '/usr/bin/chromium' } },
});
const report = new Report();
await mkdir(outDir, { recursive: true });
const browser = await chromium.launch({ executablePath: options.executable, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage();
  for (const file of (await readdir(folder)).sort()) {
    const name = path.basename(file, '.html');
    await page.goto(pathToFileURL(path.join(folder, file)).href);
    const told = [];
    for (const size of [{ width: 320, height: 640 }, { width: 700, height: 600 }]) {
      await page.setViewportSize(size);
      if (!await fits(page)) told.push(`scrolls sideways at ${size.width} px`);
      told.push(...(await clipped(page)).map((what) => `too little room at ${size.width} px for ${what}`));
    }
    told.push(...(await straying(page)).map((text) => `a mark astray in ${text}`));
    // One language each way, since the rules are the same for all.
    if (/^(ar|de)-/.test(name)) told.push(...await axe(page, OF_MAIL));
    await picture(page, { width: 700, height: 600 }, path.join(outDir, `${name}.png`));
    report.check(told.length === 0, name, told.join('; '));
  }
} finally {
  await browser.close();
}
process.exit(report.failed === 0 ? 0 : 1);
