// What visitors meet on phones that are not the newest, in browsers inside other apps, and on the way back: a refused
// clipboard, refused workers, pages that come back as they were left or are loaded anew, a recording that cannot be had.
// Usage: node refused.mjs SITE, the built sample site. Names of cases go to stderr.
import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { folder, launch, pages, serve } from './measure/site.mjs';

const server = await serve('/a/b/');
const root = server.origin;
const browser = await launch();
const RELIC = 'vi/di-tich/chua-bo-da/';
const BOOK = 'vi/sach/truyen-kieu-trich/';

/** Opens a page on a phone; `prepare` runs in it before anything else. */
async function visitor(address, prepare = null, options = {}) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi-VN', serviceWorkers: 'block', ...options });
  if (prepare) await context.addInitScript(prepare);
  const page = await context.newPage();
  page.errors = [];
  page.on('pageerror', (error) => /ViewTransition/.test(error) || page.errors.push(String(error)));
  await page.goto(root + address);
  return page;
}
const failed = [];
/** One case; those behind it are tried whatever comes of it. */
async function act(name, run) {
  console.error(`refused: ${name}`);
  await run().catch((error) => { failed.push(name); console.error(error); });
}
const text = (page, selector) => page.locator(selector).first().textContent();
async function done(page) {
  assert.deepEqual(page.errors, []);
  await page.context().close();
}

await act('what was copied is told, however often it is tapped, and the button is itself again', async () => {
  const page = await visitor(RELIC, () => {
    window.copied = [];
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (words) => { window.copied.push(words); } } });
  });
  const button = page.locator('.at [data-copy]');
  const name = await button.textContent();
  assert.equal(name, 'Chép tọa độ', 'heard alone it says what it copies');
  await button.click();
  await page.waitForFunction(() => document.querySelector('.at [data-copy]').textContent === 'Đã chép');
  await button.click();
  await page.waitForFunction((was) => document.querySelector('.at [data-copy]').textContent === was, name, { timeout: 6000 });
  await page.waitForTimeout(2600);
  assert.equal(await button.textContent(), name);
  assert.deepEqual(await page.evaluate(() => window.copied), ['21.2377, 106.0464', '21.2377, 106.0464']);
  await done(page);
});

await act('where the clipboard is refused, the older way, and else the words to copy by hand', async () => {
  for (const knows of [true, false]) {
    const page = await visitor(RELIC, `
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('NotAllowedError')) } });
      document.execCommand = () => { window.taken = String(document.activeElement.value); return ${knows}; };`);
    await page.locator('.at [data-copy]').click();
    const after = knows ? 'Đã chép' : '21.2377, 106.0464';
    await page.waitForFunction((words) => document.querySelector('.at [data-copy]').textContent === words, after);
    assert.equal(await page.evaluate(() => window.taken), '21.2377, 106.0464');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.copy), '21.2377, 106.0464', 'the focus stays');
    await done(page);
  }
});

await act('what another app has hung on an address is not handed on', async () => {
  const page = await visitor(`${RELIC}?zarsrc=30&utm_source=zalo#vuon-thap`, () => {
    Object.defineProperty(navigator, 'share', { value: async (what) => { window.handed = what; } });
  });
  await page.locator('[data-share]').click();
  assert.deepEqual(await page.evaluate(() => window.handed), { title: 'Chùa Bổ Đà', url: `${root}${RELIC}#vuon-thap` });
  await done(page);
});

await act('marks between names are seen and not read out', async () => {
  const page = await visitor('vi/tuyen/dak-po-ba-diem/');
  const cdp = await page.context().newCDPSession(page);
  for (const address of ['vi/tuyen/dak-po-ba-diem/', 'vi/di-tich/di-tich-chien-thang-dak-po/']) {
    await page.goto(root + address);
    const { nodes } = await cdp.send('Accessibility.getFullAXTree');
    const read = nodes.filter((node) => node.role?.value === 'StaticText' && !node.ignored).map((node) => node.name.value);
    assert.ok(read.length > 50, `${read.length} texts`);
    assert.deepEqual(read.filter((words) => /^[·›→↓]$/u.test(words)), [], address);
  }
  await done(page);
});

await act('without workers no room is kept for a button that never comes', async () => {
  const page = await visitor(RELIC, () => {
    navigator.serviceWorker.register = () => Promise.reject(new DOMException('not here', 'SecurityError'));
  });
  await page.waitForFunction(() => document.documentElement.hasAttribute('data-whole'));
  await page.waitForFunction(() => !document.querySelector('[data-save]'), null, { timeout: 5000 });
  assert.ok((await page.locator('.keep').boundingBox()).height < 12);
  await done(page);
});

await act('storage that throws leaves everything else', async () => {
  const page = await visitor(RELIC, () => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
    caches.match = caches.open = () => Promise.reject(new DOMException('denied', 'SecurityError'));
  });
  await page.locator('[data-theme-switch]').click();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await page.locator('a[data-choose="en"]').click();
  await page.waitForURL(/\/en\/relics\//);
  await done(page);
});

await act('what was chosen on a later page is true of the one that comes back', async () => {
  // The driver makes browsers load pages anew on the way back unless it is told.
  const whole = await launch([], { ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  const page = await (await whole.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })).newPage();
  await page.goto(`${root}vi/`);
  await page.evaluate(() => { window.same = true; });
  await page.goto(root + RELIC);
  await page.locator('[data-theme-switch]').click();
  await page.locator('[data-text-switch]').click();
  await page.goBack({ waitUntil: 'commit' });
  await page.waitForTimeout(500);
  assert.ok(await page.evaluate(() => window.same), 'it comes back as it was left');
  const now = await page.evaluate(() => ({ ...document.documentElement.dataset }));
  assert.deepEqual([now.theme, now.text], ['dark', '1']);
  assert.equal(await text(page, '[data-theme-switch]'), 'Nền sáng');
  await whole.close();
});

await act('what was found is there again where a page is loaded anew on the way back', async () => {
  const page = await visitor('vi/a-z/#tim');
  await page.locator('#find').fill('vinh nghiem');
  await page.locator('.found a').first().waitFor();
  await page.locator('.found a').first().click();
  await page.waitForURL(/chua-vinh-nghiem/);
  await page.goBack();
  await page.locator('.found a').first().waitFor({ timeout: 5000 });
  assert.equal(await page.locator('#find').inputValue(), 'vinh nghiem');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY', 'no keyboard slides over it');
  await done(page);
});

await act('«back» closes a picture that is shown large and stays on the page', async () => {
  const page = await visitor(RELIC);
  const before = await page.evaluate(() => history.length);
  const picture = page.locator('a.enlarge').last();
  await picture.scrollIntoViewIfNeeded();
  const at = await page.evaluate(() => scrollY);
  await picture.click();
  await page.locator('dialog.lightbox[open]').waitFor();
  await page.goBack().catch(() => null);
  await page.waitForFunction(() => !document.querySelector('dialog.lightbox').open, null, { timeout: 5000 });
  assert.ok(page.url().endsWith(RELIC), page.url());
  assert.ok(Math.abs(await page.evaluate(() => scrollY) - at) < 5, 'where it was');
  // Closed by its own button it leaves nothing to go back through.
  await picture.click();
  await page.locator('dialog.lightbox[open]').waitFor();
  await page.locator('.lightbox .controls button').last().click();
  await page.waitForFunction(() => history.state === null);
  assert.equal(await page.evaluate(() => document.activeElement.className), 'enlarge');
  assert.ok(await page.evaluate(() => history.length) <= before + 1);
  // Nor does a page that is loaded anew with the picture large.
  await picture.click();
  await page.locator('dialog.lightbox[open]').waitFor();
  await page.reload();
  await page.waitForFunction(() => history.state === null);
  assert.ok(Math.abs(await page.evaluate(() => scrollY) - at) < 5, 'where it was, loaded anew');
  await done(page);
});

await act('a recording that cannot be had is told, and asked for again at the next tap', async () => {
  const page = await visitor(RELIC);
  let asked = 0;
  await page.route('**/*.m4a', (route) => { asked += 1; return route.abort(); });
  await page.locator('[data-listen]').click();
  await page.waitForFunction(() => /Chưa tải được âm thanh/.test(document.querySelector('[data-track] [role=status]')?.textContent), null, { timeout: 5000 });
  await page.waitForTimeout(500);
  assert.ok(asked <= 2, `asked for ${asked} times without a tap`);
  await page.unroute('**/*.m4a');
  await page.locator('[data-listen]').click();
  await page.waitForFunction(() => document.querySelector('[data-track] audio').currentTime > 0.1, null, { timeout: 10_000 });
  assert.equal(await text(page, '[data-track] [role=status]'), '');
  await done(page);
});

await act('what is told of a number is heard, and is gone when another is typed', async () => {
  for (const address of ['vi/', 'vi/ma-qr/', 'khong-co/']) {
    const page = await visitor(address);
    const told = page.locator('form[data-code] [role=status]').first();
    // A place that is hidden until it has words is no place that screen readers watch.
    assert.equal(await told.evaluate((node) => node.hidden || getComputedStyle(node).display === 'none'), false, address);
    // The page for addresses that are none takes its script from where the site is published.
    if (address === 'khong-co/') { await page.context().close(); continue; }
    const field = page.locator('form[data-code] input').first();
    await field.fill('542515');
    await field.press('Enter');
    assert.match(await told.textContent(), /một chữ số/);
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    await field.press('Backspace');
    assert.equal(await told.textContent(), '');
    assert.equal(await field.getAttribute('aria-invalid'), null);
    await done(page);
  }
});

await act('a book goes on where it was left', async () => {
  const page = await visitor(BOOK);
  assert.equal(await text(page, '.actions .main'), 'Đọc từ đầu');
  const [first, , third] = await page.$$eval('.chapters a', (all) => all.map((one) => one.href));
  for (const [chapter, words] of [[first, /^Đọc từ đầu$/], [third, /^Đọc tiếp: Hai chị em/]]) {
    await page.goto(chapter);
    await page.locator('.crumbs a').last().click();
    await page.waitForURL(root + BOOK);
    assert.match(await text(page, '.actions .main'), words);
    assert.equal(await page.locator('.actions .main').evaluate((link) => link.href), chapter);
  }
  await done(page);
});

await act('on a phone the way to what a visit needs is at the top', async () => {
  for (const [address, words] of [[RELIC, ['Khi đến thăm', 'Đọc bài']], ['en/relics/hon-da-ong-nhac/', ['When you visit', 'Read the story', 'Onward']]]) {
    const page = await visitor(address);
    assert.deepEqual((await page.locator('.onto a').allTextContents()).slice(0, 2), words.slice(0, 2));
    assert.equal(await page.locator('.onto a').count(), words.length);
    for (const link of await page.locator('.onto a').all()) {
      assert.ok((await link.boundingBox()).y < 740 * 1.3, 'near the top');
      await link.click();
      await page.waitForFunction(() => {
        const { top } = document.querySelector(location.hash).getBoundingClientRect();
        return top >= 0 && top < 300;
      }, null, { timeout: 5000 });
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    }
    await done(page);
    const desk = await visitor(address, null, { viewport: { width: 1280, height: 800 } });
    assert.ok(await desk.locator('.onto').isHidden(), 'on a desk it stands beside the text');
    await done(desk);
  }
});

await act('from a folder a number opens its page, and nothing is offered that needs a server', async () => {
  const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  const code = pages().find((one) => one.type === 'landing' && /^\d{6}\/$/.test(one.path)).path.slice(0, -1);
  await page.goto(pathToFileURL(path.join(folder, 'vi/index.html')).href);
  await page.locator('form[data-code] input').fill(code);
  const asked = page.waitForRequest((request) => request.url().includes(`/${code}/`));
  await page.locator('form[data-code] input').press('Enter');
  assert.match((await asked).url(), /\/index\.html$/);
  await page.goto(pathToFileURL(path.join(folder, 'vi/ban-do/index.html')).href);
  await page.waitForTimeout(300);
  assert.equal(await page.locator('[data-near-me], [data-near-note]').count(), 0);
  await page.context().close();
});

await act('while pages are kept the focus stays, and screen readers hear how it began and how it ended', async () => {
  const page = await visitor(RELIC, null, { serviceWorkers: 'allow' });
  const button = page.locator('[data-save]').first();
  await button.waitFor({ state: 'visible' });
  await page.evaluate(() => {
    const told = document.querySelector('[data-saving]');
    window.heard = [];
    window.watched = getComputedStyle(told).display !== 'none';
    new MutationObserver(() => { if (told.getAttribute('aria-busy') !== 'true') window.heard.push(told.textContent); })
      .observe(told, { childList: true });
  });
  await button.focus();
  await button.press('Enter');
  await page.waitForFunction(() => /^Đã lưu \d/.test(document.querySelector('[data-saving]').textContent), null, { timeout: 20_000 });
  assert.equal(await page.evaluate(() => document.activeElement.hasAttribute('data-save')), true, 'the focus is where it was');
  const heard = await page.evaluate(() => [window.watched, ...window.heard]);
  assert.equal(heard.shift(), true, 'it is there before it speaks');
  assert.equal(heard.length, 2, heard.join(' | '));
  assert.match(heard[0], /^Đang lưu 1\//);
  assert.match(heard[1], /^Đã lưu/);
  // Taken away on the page of what is kept, it is no longer said to be kept.
  await page.waitForFunction(() => !document.querySelector('[data-to-saved]').hidden);
  await done(page);
});

await act('what was taken away on the list of what is kept is not said to be kept on the way back', async () => {
  const whole = await launch([], { ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  const page = await (await whole.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await page.goto(root + RELIC);
  await page.locator('[data-save]').first().click();
  await page.waitForFunction(() => /^Đã lưu \d/.test(document.querySelector('[data-saving]').textContent), null, { timeout: 20_000 });
  await page.evaluate(() => { window.same = true; });
  await page.locator('[data-to-saved] a').click();
  await page.locator('[data-kept] button').click();
  await page.waitForFunction(() => !document.querySelector('[data-kept] li'));
  await page.goBack({ waitUntil: 'commit' });
  await page.waitForFunction(() => window.same && document.querySelector('[data-saving]').textContent === '' &&
    document.querySelector('[data-to-saved]').hidden, null, { timeout: 5000 });
  await whole.close();
});

await act('a phone without room is told so, and gets back what it gave', async () => {
  const page = await visitor(RELIC, null, { serviceWorkers: 'allow' });
  await page.locator('[data-save]').first().waitFor({ state: 'visible' });
  await page.waitForTimeout(2500);
  const cdp = await page.context().newCDPSession(page);
  const { usage } = await cdp.send('Storage.getUsageAndQuota', { origin: new URL(root).origin });
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: new URL(root).origin, quotaSize: usage + 150_000 });
  await page.locator('[data-save]').first().click();
  await page.waitForFunction(() => /không còn đủ chỗ/.test(document.querySelector('[data-saving]').textContent), null, { timeout: 20_000 });
  assert.equal(await page.evaluate(async () => (await (await caches.open('vanbia:/a/b/:saved')).keys()).length), 0);
  await page.context().close();
});

await browser.close();
server.close();
assert.deepEqual(failed, []);
