// The keyboard alone, on one page of every type and language, as wide as a phone and as a desk: every control is reached in
// the order of the page, is seen when it is reached, shows that it is reached, and lets go; what a control does, it does by key.
import assert from 'node:assert/strict';
import { Findings, PHONE, addressOf, isLong, launch, pages, samples, serve, standIn } from './site.mjs';

const findings = new Findings('keyboard');
const server = await serve('/a/b/');
const browser = await launch();

/** Runs in the browser: numbers all that the Tab key should reach, in the order of the page. */
function numberControls() {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, audio[controls], video[controls], iframe, [tabindex]')];
  const seen = all.filter((element) => !element.disabled && element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }));
  seen.forEach((element, at) => { element.dataset.at = at; });
  const jumps = all.filter((element) => element.tabIndex > 0).map((element) => element.outerHTML.slice(0, 80));
  return { count: seen.length, jumps };
}

/** Runs in the browser: which control is reached, and what is wrong about how it looks. */
function reached() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const wrong = [];
  const style = getComputedStyle(element);
  // `auto` is the browser's own ring, drawn in two colors.
  const has = (one) => (one.outlineStyle === 'auto' || (one.outlineStyle !== 'none' && parseFloat(one.outlineWidth) >= 2)) && !/, 0\)$|transparent/.test(one.outlineColor);
  if (element.dataset.at && !has(style) && !/^(AUDIO|VIDEO)$/.test(element.tagName)) wrong.push('does not show that it is reached');
  const box = element.getBoundingClientRect();
  const [x, y] = [Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1), Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1)];
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) wrong.push('is outside the window');
  else {
    // The parts of a link that spans lines do not cover their middle.
    const points = [[x, y], ...[...element.getClientRects()].map((r) => [r.x + r.width / 2, r.y + r.height / 2])];
    const isSeen = points.some(([a, b]) => { const top = document.elementFromPoint(a, b); return top && (element.contains(top) || top.contains(element)); });
    if (!isSeen) wrong.push('lies under something else');
  }
  // Chromium stops at boxes that scroll, too.
  element.dataset.at ??= `1${String(element.getBoundingClientRect().top + scrollY).replace(/\D/g, '')}000`;
  return { at: Number(element.dataset.at), html: element.outerHTML.slice(0, 90), wrong };
}

/** What `reached` says of a control that nobody sees. */
const OUTSIDE = 'is outside the window';

async function walk(page) {
  const wrong = [];
  const { count, jumps } = await page.evaluate(numberControls);
  jumps.forEach((html) => wrong.push(`jumps ahead of the order: ${html}`));
  const met = [];
  // A player has several stops of its own.
  for (let press = 0; press < count * 2 + 40; press += 1) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(reached);
    if (!now) break;
    // The browser may move the page a moment after the key, on a busy machine a longer one; nobody sees that.
    for (let wait = 0; wait < 20 && now.wrong.includes(OUTSIDE); wait += 1) {
      await page.waitForTimeout(100);
      const later = await page.evaluate(reached);
      if (!later?.wrong.includes(OUTSIDE)) now.wrong = now.wrong.filter((line) => line !== OUTSIDE);
    }
    if (met.at(-1) !== now.at) {
      if (met.includes(now.at)) { wrong.push(`comes back to ${now.html} before the page ends`); break; }
      met.push(now.at);
    }
    now.wrong.forEach((line) => wrong.push(`${line}: ${now.html}`));
  }
  const missed = [...Array(count).keys()].filter((at) => !met.includes(at));
  for (const at of missed.slice(0, 4)) wrong.push(`never reached: ${await page.evaluate((n) => document.querySelector(`[data-at="${n}"]`)?.outerHTML.slice(0, 90), at)}`);
  const ordered = met.filter((at) => at < count);
  const early = ordered.findIndex((at, i) => i > 0 && at < ordered[i - 1]);
  if (early > 0) wrong.push(`out of order: ${ordered[early]} after ${ordered[early - 1]}`);
  return { count, wrong: [...new Set(wrong)].slice(0, 8) };
}

const WIDTHS = { phone: PHONE.viewport, desk: { width: 1280, height: 800 } };
for (const one of samples()) {
  if (!isLong && one.lang === 'en') continue;
  const wrong = [];
  const counts = [];
  for (const [name, viewport] of Object.entries(WIDTHS)) {
    const context = await browser.newContext({ ...PHONE, viewport, reducedMotion: 'reduce' });
    await standIn(context, server);
    const page = await context.newPage();
    await page.goto(addressOf(one, server), { waitUntil: 'load' });
    // The walk is far quicker than people: what is still to come would move the page under it.
    await page.evaluate(async () => {
      await document.fonts.ready;
      await Promise.all([...document.images].map((img) => { img.loading = 'eager'; return img.decode().catch(() => {}); }));
    });
    const walked = await walk(page);
    counts.push(`${walked.count} controls on a ${name}`);
    wrong.push(...walked.wrong.map((line) => `${name}: ${line}`));
    await context.close();
  }
  findings.tell(`${one.type} ${one.lang}`, counts.join(', '), wrong);
}

/** What controls do by key alone. */
const acts = {
  async 'the first stop leads past the head'(page) {
    await page.goto(`${server.origin}vi/`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#main');
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)), 'the next stop is in the text');
  },
  async 'a number is typed and opened'(page) {
    await page.goto(`${server.origin}vi/ma-qr/`);
    const field = page.locator('form[data-code] input');
    await field.focus();
    await page.keyboard.type('123');
    await page.keyboard.press('Enter');
    assert.ok(await page.locator('form[data-code] [role=status]').isVisible(), 'what is wrong is told');
    const code = pages().find((one) => one.type === 'landing' && /^\d{6}\/$/.test(one.path)).path.slice(0, -1);
    await field.fill('');
    await page.keyboard.type(code);
    await Promise.all([page.waitForURL((url) => !url.pathname.includes('ma-qr')), page.keyboard.press('Enter')]);
  },
  async 'light and dark are switched and remembered'(page) {
    await page.goto(`${server.origin}vi/`);
    const button = page.locator('[data-theme-switch]');
    await button.focus();
    await page.keyboard.press('Space');
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith(':theme'))), ['vanbia:/a/b/:theme']);
    await page.reload();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  },
  async 'text is made larger in three steps and stays so'(page) {
    await page.goto(`${server.origin}vi/`);
    const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('main')).fontSize));
    const button = page.locator('[data-text-switch]');
    const usual = await size();
    const sizes = [];
    for (const _ of [1, 2, 3]) {
      await button.focus();
      await page.keyboard.press('Space');
      sizes.push(await size());
    }
    assert.ok(usual < sizes[0] && sizes[0] < sizes[1], `${usual} ${sizes}`);
    assert.equal(sizes[2], usual);
    await page.keyboard.press('Space');
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith(':text'))), ['vanbia:/a/b/:text']);
    await page.reload();
    assert.equal(await size(), sizes[0]);
  },
  async 'the other language is chosen'(page) {
    await page.goto(`${server.origin}vi/`);
    await page.locator('a[data-choose=en]').first().focus();
    await Promise.all([page.waitForURL('**/en/'), page.keyboard.press('Enter')]);
  },
  async 'what is folded is opened and closed'(page) {
    for (const one of samples().filter((sample) => sample.html.includes('<details')).slice(0, 6)) {
      await page.goto(addressOf(one, server));
      const folded = page.locator('details > summary').first();
      if (!await folded.isVisible()) continue;
      const isOpen = () => page.evaluate(() => document.querySelector('details').open);
      const before = await isOpen();
      await folded.focus();
      await page.keyboard.press('Enter');
      assert.equal(await isOpen(), !before, one.path);
      await page.keyboard.press('Space');
      assert.equal(await isOpen(), before, one.path);
    }
  },
};
for (const [name, act] of Object.entries(acts)) {
  const page = await (await browser.newContext({ ...PHONE, reducedMotion: 'reduce', colorScheme: 'light', locale: 'vi-VN' })).newPage();
  page.setDefaultTimeout(15_000);
  findings.tell(name, 'by key', await act(page).then(() => [], (error) => [error.message.split('\n').slice(0, 3).join(' ')]));
  await page.context().close();
}
await browser.close();
server.close();
findings.end();
