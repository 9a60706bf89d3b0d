// Without JavaScript every word, picture, recording and link is there that is there with it, on one page of every type and
// language, and no button that would do nothing. The landing leads on by the visitor's language, remembers a choice under a
// name of its own, and is a page with two links where scripts do not run.
import assert from 'node:assert/strict';
import { Findings, PHONE, addressOf, launch, pages, samples, serve, standIn } from './site.mjs';

const findings = new Findings('bare');
const server = await serve('/a/b/');
const browser = await launch();

/** Runs in the browser: what a visitor gets. */
function content() {
  // What a script says about its own work, and the note on the button that it shows, is no content.
  const own = 'button, [role=status], output, form, [data-near-note]';
  const words = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.data.trim().replace(/\s+/g, ' ');
    if (!text || parent.closest(`script, style, template, noscript, ${own}`)) continue;
    const details = parent.closest('details');
    if (!details && !parent.checkVisibility({ visibilityProperty: true })) continue;
    words.set(text, (words.get(text) ?? 0) + 1);
  }
  const addresses = (selector, name) => [...new Set([...document.querySelectorAll(selector)].filter((e) => !e.closest(own) && (e.closest('details') || e.checkVisibility())).map((e) => e[name] || e.getAttribute(name)))];
  return {
    words: [...words],
    links: addresses('a[href]', 'href'),
    pictures: addresses('img', 'src'),
    media: addresses('audio, video, source, track', 'src'),
    dead: [...document.querySelectorAll('button:not([type=submit]), [data-share], [data-copy], [role=slider], canvas')].filter((e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 90)),
  };
}

async function look(context, one) {
  const page = await context.newPage();
  await page.goto(addressOf(one, server), { waitUntil: 'load' });
  const seen = await page.evaluate(content);
  await page.close();
  return seen;
}

const withScripts = await browser.newContext({ ...PHONE, locale: 'vi-VN' });
const without = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
for (const context of [withScripts, without]) await standIn(context, server);
for (const one of samples()) {
  const [full, bare] = [await look(withScripts, one), await look(without, one)];
  const words = new Map(bare.words);
  const wrong = [
    ...full.words.filter(([text, count]) => (words.get(text) ?? 0) < count).map(([text]) => `without scripts there is no «${text.slice(0, 80)}»`),
    ...['links', 'pictures', 'media'].flatMap((what) => full[what].filter((url) => !bare[what].includes(url)).map((url) => `without scripts there is no ${what}: ${url}`)),
    ...bare.dead.map((html) => `does nothing without scripts: ${html}`),
  ];
  if (bare.words.length < 5) wrong.push('hardly a word');
  findings.tell(`${one.type} ${one.lang}`, `${bare.words.length} texts, ${bare.links.length} links, ${bare.pictures.length} pictures, ${bare.media.length} media`, wrong);
}

// The landing of an entry, and of a part of one.
const landings = pages().filter((one) => one.type === 'landing');
const landing = landings.find((one) => /chua-bo-da\/"/.test(one.html)) ?? landings[0];
const part = landings.find((one) => /href="[^"]*#/.test(one.html)) ?? landing;
async function check(name, act) {
  findings.tell(name, 'as it should', await act().then(() => [], (error) => [error.message.split('\n').slice(0, 4).join(' ')]));
}
async function opened(context, address) {
  const page = await context.newPage();
  await page.goto(server.origin + address);
  await page.waitForLoadState('load');
  await page.waitForTimeout(50);
  const url = page.url().slice(server.origin.length);
  await page.close();
  return url;
}
for (const [locale, lang] of Object.entries({ 'vi-VN': 'vi', 'en-GB': 'en', 'ko-KR': 'en', 'fr-FR': 'en' })) {
  await check(`landing in ${locale}`, async () => {
    const context = await browser.newContext({ ...PHONE, locale });
    assert.match(await opened(context, landing.path), new RegExp(`^${lang}/`));
    assert.match(await opened(context, ''), new RegExp(`^${lang}/$`), 'the first page');
    assert.match(await opened(context, part.path), /#./, 'a part keeps its fragment');
    assert.equal(await opened(context, `${landing.path}?stay`), `${landing.path}?stay`);
    await context.close();
  });
}
await check('the chosen language is remembered, under the base path', async () => {
  const context = await browser.newContext({ ...PHONE, locale: 'vi-VN' });
  const page = await context.newPage();
  await page.goto(`${server.origin}vi/`);
  await Promise.all([page.waitForURL('**/en/'), page.locator('a[data-choose=en]').first().click()]);
  assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), { 'vanbia:/a/b/:lang': 'en' });
  assert.match(await opened(context, landing.path), /^en\//, 'before the browser’s own language');
  await page.evaluate(() => { localStorage.clear(); localStorage.setItem('vanbia:/a/:lang', 'en'); });
  assert.match(await opened(context, landing.path), /^vi\//, 'another site’s choice is none of ours');
  await context.close();
});
await check('the landing without scripts', async () => {
  const page = await without.newPage();
  await page.goto(server.origin + landing.path);
  assert.equal(page.url(), server.origin + landing.path);
  const links = await page.locator('a[hreflang]').evaluateAll((all) => all.filter((a) => a.checkVisibility()).map((a) => a.hreflang));
  assert.deepEqual(links.slice(0, 2), ['vi', 'en']);
  await page.locator('a[hreflang=en]').click();
  assert.match(page.url().slice(server.origin.length), /^en\//);
});
await browser.close();
server.close();
findings.end();
