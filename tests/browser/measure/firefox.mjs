// The same site in Firefox, another engine: one page of every type opens without an error and is not wider than a phone, its
// pictures come, the landing leads on by language, search answers, light, dark and the size of text are chosen and remembered.
// Driven by WebDriver BiDi.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { Findings, addressOf, pages, samples, serve } from './site.mjs';

const findings = new Findings('firefox');
const program = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);
const server = await serve('/a/b/');
const browser = await puppeteer.launch({
  browser: 'firefox', executablePath: program, headless: true,
  extraPrefsFirefox: { 'intl.accept_languages': 'en-GB, en', 'dom.serviceWorkers.enabled': false },
});
console.log(`firefox: ${await browser.version()}`);
const page = await browser.newPage();
await page.setViewport({ width: 360, height: 740 });
page.setDefaultTimeout(20_000);
let wrong = [];
page.on('console', (message) => { if (message.type() === 'error') wrong.push(message.text()); });
page.on('pageerror', (error) => wrong.push(String(error)));
// A page that is left before its icon came is no failure of the site.
page.on('requestfailed', (request) => { if (!/ABORTED/.test(request.failure()?.errorText)) wrong.push(`${request.failure()?.errorText}: ${request.url()}`); });

for (const one of samples()) {
  // 404.html names files of the real address, which this browser cannot be told to find here.
  if (one.type === 'lost') continue;
  wrong = [];
  await page.goto(addressOf(one, server), { waitUntil: 'load' });
  const seen = await page.evaluate(async () => {
    const shown = [...document.images].filter((img) => img.loading !== 'lazy');
    await Promise.all(shown.map((img) => img.decode().catch(() => {})));
    return {
      heading: document.querySelectorAll('h1').length, words: document.body.innerText.length,
      wide: document.documentElement.scrollWidth - innerWidth,
      blank: shown.filter((img) => !img.naturalWidth).map((img) => img.src),
      margin: getComputedStyle(document.body).marginTop,
    };
  });
  if (seen.heading !== 1) wrong.push(`${seen.heading} headings of the first level`);
  if (seen.words < 40) wrong.push('hardly a word');
  if (seen.wide > 0) wrong.push(`${seen.wide} px wider than the window`);
  // What a page has of its own accord is 8px.
  if (seen.margin !== '0px') wrong.push('the style was not applied');
  wrong.push(...seen.blank.map((src) => `is not drawn: ${src}`));
  findings.tell(`${one.type} ${one.lang}`, `opens, ${seen.words} letters`, wrong);
}

async function check(name, act) {
  wrong = [];
  const failed = await act().then(() => [], (error) => [error.message.split('\n').slice(0, 3).join(' ')]);
  findings.tell(name, 'as it should', [...failed, ...wrong]);
}
const landing = pages().find((one) => one.type === 'landing');
await check('the landing leads on', async () => {
  await page.goto(server.origin + landing.path).catch(() => {});
  await page.waitForFunction(() => /\/a\/b\/en\//.test(location.pathname));
});
await check('search answers', async () => {
  await page.goto(`${server.origin}vi/a-z/`, { waitUntil: 'load' });
  await page.focus('#find');
  await page.keyboard.type('chua bo da');
  await page.waitForFunction(() => document.querySelector('.found a')?.textContent === 'Chùa Bổ Đà');
});
await check('light and dark are switched', async () => {
  await page.goto(`${server.origin}vi/`, { waitUntil: 'load' });
  await page.focus('[data-theme-switch]');
  await page.keyboard.press(' ');
  assert.ok(await page.evaluate(() => document.documentElement.dataset.theme));
});
await check('text is made larger and stays so', async () => {
  const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  const before = await size();
  await page.focus('[data-text-switch]');
  await page.keyboard.press(' ');
  const after = await size();
  assert.notEqual(after, before);
  await page.goto(`${server.origin}en/`, { waitUntil: 'load' });
  assert.equal(await size(), after);
});
await browser.close();
server.close();
findings.end();
