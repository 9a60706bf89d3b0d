// The cases of the preview's client. Started by main.rs, which serves the site: lines of JSON go out on stdout, each is
// answered by one line on stdin. Names of cases and what failed go to stderr.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const replies = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
async function ask(what, values = {}) {
  process.stdout.write(JSON.stringify({ do: what, ...values }) + '\n');
  return JSON.parse((await replies.next()).value);
}

const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; base-uri 'none'";

// A page like those of the themes: a strict policy, a script that changes what it finds, long enough to scroll.
function page({ title = 'Đền Hạ', first = 'Một', last = 'Hết', style = 'style.1.css', app = 'app.1.js', extra = '', moved = false } = {}) {
  const lines = Array.from({ length: 60 }, (_, i) => `<p>Đoạn ${i}</p>`).join('\n');
  const note = '<p id="note">Ghi chú</p>';
  return `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${CSP}">
<title>${title}</title><link rel="stylesheet" href="../../assets/${style}"><script src="../../assets/${app}" defer></script>
</head><body>
<h1>${title}</h1><button type="button" data-switch hidden></button><p data-count>0</p>
<p class="first">${first}</p>
${moved ? note : ''}
<details id="more"><summary>Thêm</summary><p>Trong</p></details>
<audio controls src="../../audio/a.wav"></audio>
<form><input id="field" name="field"><textarea id="area"></textarea></form>
${moved ? '' : note}
<img id="code" src="qr.svg" alt="">
${lines}
${extra}
<p class="last">${last}</p>
</body></html>
`;
}

const PATH = 'vi/x/index.html';
const APP = `document.documentElement.dataset.theme = 'light';
document.querySelector('[data-switch]').hidden = false;
document.querySelector('[data-switch]').addEventListener('click', () => {
  const count = document.querySelector('[data-count]');
  count.textContent = String(Number(count.textContent) + 1);
});
window.loads = (window.loads || 0) + 1;`;

function sound() {
  // Twenty seconds of silence, 8 bit, 8 kHz.
  const length = 160000;
  const bytes = new Uint8Array(44 + length).fill(128);
  const view = new DataView(bytes.buffer);
  const word = (at, text) => [...text].forEach((c, i) => view.setUint8(at + i, c.charCodeAt(0)));
  word(0, 'RIFF'); view.setUint32(4, 36 + length, true); word(8, 'WAVEfmt ');
  view.setUint32(16, 16, true); view.setUint16(20, 1, true); view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true); view.setUint32(28, 8000, true); view.setUint16(32, 1, true); view.setUint16(34, 8, true);
  word(36, 'data'); view.setUint32(40, length, true);
  return Array.from(bytes);
}

const svg = (color) => `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="${color}"/></svg>`;
const ERROR = {
  code: 'VB0204', severity: 'error', file: 'content/x/<img src=x onerror="window.hacked=1">.yaml', line: 3, column: 14,
  message: 'dấu <b>hai chấm</b> \u202eabc', snippet: 'title: <script>window.hacked=1</script>\n       ^', help: 'đặt cả câu trong ngoặc kép',
};
const WARNING = { code: 'VB0301', severity: 'warning', file: 'content/x/vi.md', line: 1, column: 1, message: 'thiếu ảnh' };

async function put(path, text) { await ask('put', { path, text }); }
async function change(values) {
  await put(PATH, page(values));
  await ask('content', { paths: [PATH] });
}

const BROWSERS = [process.env.VANBIA_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const browser = await chromium.launch({
  executablePath: BROWSERS.find((path) => path && existsSync(path)),
  args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--no-first-run'],
});
let url;
let port;
let context;

async function open(path = 'vi/x/') {
  const tab = await context.newPage();
  tab.faults = [];
  tab.on('pageerror', (error) => tab.faults.push(error.message));
  tab.on('console', (message) => { if (/Content Security Policy/.test(message.text())) tab.faults.push(message.text()); });
  const hello = tab.waitForResponse((response) => response.url().includes('/_events'));
  await tab.goto(url + path);
  await hello;
  await tab.evaluate(() => { window.mark = 'same document'; });
  return tab;
}
const isSame = (tab) => tab.evaluate(() => window.mark === 'same document');
const text = (tab, selector) => tab.locator(selector).textContent();
const shows = (tab, selector, wanted) => tab.waitForFunction(([s, w]) => document.querySelector(s)?.textContent === w, [selector, wanted]);
const overlay = (tab, selector) => tab.locator(`vanbia-overlay ${selector}`);

const cases = {
  async 'a text is patched in place and everything else stays'() {
    const tab = await open();
    await tab.click('[data-switch]');
    await tab.click('summary');
    await tab.fill('#field', 'đang viết');
    await tab.fill('#area', 'dài hơn');
    await tab.focus('#field');
    await tab.evaluate(async () => {
      window.player = document.querySelector('audio');
      await window.player.play();
      window.field = document.querySelector('#field');
      window.scrollTo(0, 700);
    });
    // Sound that has only just been asked for has not moved yet.
    await tab.waitForFunction(() => window.player.currentTime > 0);
    await change({ first: 'Hai', extra: '<p class="new">Mới</p>' });
    await shows(tab, '.first', 'Hai');
    await shows(tab, '.new', 'Mới');
    const state = await tab.evaluate(() => ({
      // Lines may end between two pixels.
      stays: Math.abs(scrollY - 700) <= 1, open: document.querySelector('#more').open, player: window.player === document.querySelector('audio'),
      playing: !window.player.paused && window.player.currentTime > 0, field: window.field.value, area: document.querySelector('#area').value,
      focus: document.activeElement === window.field, count: document.querySelector('[data-count]').textContent,
      hidden: document.querySelector('[data-switch]').hidden, theme: document.documentElement.dataset.theme, loads: window.loads,
    }));
    assert.deepEqual(state, {
      stays: true, open: true, player: true, playing: true, field: 'đang viết', area: 'dài hơn', focus: true, count: '1', hidden: false,
      theme: 'light', loads: 1,
    });
    assert.ok(await isSame(tab));
    assert.deepEqual(tab.faults, []);
  },

  async 'a title, an attribute and a moved paragraph follow'() {
    const tab = await open();
    await tab.evaluate(() => { window.note = document.querySelector('#note'); });
    await change({ title: 'Đền Thượng', moved: true });
    await shows(tab, 'h1', 'Đền Thượng');
    assert.equal(await tab.title(), 'Đền Thượng');
    assert.ok(await tab.evaluate(() => window.note === document.querySelector('#note') && window.note.nextElementSibling.id === 'more'));
    await change({});
    await shows(tab, 'h1', 'Đền Hạ');
    assert.ok(await tab.evaluate(() => window.note.nextElementSibling.id === 'code'));
    const [here, served] = await tab.evaluate(async () => {
      const next = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
      return [document, next].map((doc) => Array.from(doc.body.querySelectorAll(':not(script)'), (e) => e.localName + e.className + e.id));
    });
    assert.deepEqual(here, served);
    assert.ok(await isSame(tab));
  },

  async 'a style is swapped without loading the page, by its event or with the page'() {
    const tab = await open();
    const color = () => tab.evaluate(() => getComputedStyle(document.querySelector('h1')).color);
    assert.equal(await color(), 'rgb(255, 0, 0)');
    await put('assets/style.2.css', 'h1 { color: rgb(0, 0, 255) }');
    // At no moment may the page be without a style.
    await tab.evaluate(() => {
      window.bare = 0;
      const look = () => {
        if (getComputedStyle(document.querySelector('h1')).color === 'rgb(0, 0, 0)') window.bare++;
        requestAnimationFrame(look);
      };
      look();
    });
    await put(PATH, page({ style: 'style.2.css' }));
    await ask('style', { paths: [], swaps: [['assets/style.1.css', 'assets/style.2.css']] });
    await tab.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color === 'rgb(0, 0, 255)');
    await tab.waitForFunction(() => document.querySelectorAll('link[rel=stylesheet]').length === 1);
    await change({ first: 'Sau', style: 'style.2.css' });
    await shows(tab, '.first', 'Sau');
    assert.equal(await tab.evaluate(() => document.querySelectorAll('link[rel=stylesheet]').length), 1);
    await change({ style: 'style.1.css' });
    await tab.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color === 'rgb(255, 0, 0)');
    await tab.waitForFunction(() => document.querySelectorAll('link[rel=stylesheet]').length === 1);
    assert.equal(await tab.evaluate(() => window.bare), 0);
    assert.ok(await isSame(tab));
  },

  async 'a changed script loads the page anew and keeps the scroll position'() {
    const tab = await open();
    await tab.evaluate(() => scrollTo(0, 500));
    await put('assets/app.2.js', APP + 'window.second = true;');
    const hello = tab.waitForResponse((response) => response.url().includes('/_events'));
    await change({ app: 'app.2.js' });
    await tab.waitForFunction(() => window.second === true);
    await tab.waitForFunction(() => scrollY === 500);
    assert.ok(!(await isSame(tab)));
    // The new document listens before it is told again; while it loads, it gets what is newest anyway.
    await hello;
    await tab.evaluate(() => { window.mark = 'same document'; scrollTo(0, 300); });
    await ask('reload', { paths: [] });
    await tab.waitForFunction(() => window.mark === undefined && window.second && scrollY === 300);
  },

  async 'a picture with new bytes under its old name is loaded again'() {
    const tab = await open();
    const seen = tab.waitForResponse((response) => response.url().includes('qr.svg?v='));
    await put('vi/x/qr.svg', svg('blue'));
    await ask('content', { paths: ['vi/x/qr.svg'] });
    assert.match(await (await seen).text(), /blue/);
    assert.ok(await isSame(tab));
  },

  async 'errors lie over the page as text, can be copied, folded, and go by themselves'() {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const tab = await open();
    await ask('findings', { findings: [ERROR, WARNING] });
    await overlay(tab, 'li.error').waitFor();
    assert.equal(await text(tab, 'h1'), 'Đền Hạ');
    assert.equal(await overlay(tab, '.count').textContent(), '1 lỗi · 1 cảnh báo');
    assert.match(await overlay(tab, 'li.error .message').textContent(), /lỗi VB0204 dấu <b>hai chấm<\/b> \[U\+202E\]abc/);
    assert.equal(await overlay(tab, 'li img, li script, li b b').count(), 0);
    // A remedy of several lines keeps them.
    assert.equal(await overlay(tab, '.help').first().evaluate((help) => getComputedStyle(help).whiteSpaceCollapse), 'preserve-breaks');
    await overlay(tab, 'li.error .place').click();
    await overlay(tab, '.place.done').waitFor();
    assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), `${ERROR.file}:3:14`);
    await overlay(tab, '.toggle').click();
    assert.equal(await overlay(tab, 'li').count(), 0);
    // Folded away: it stays so while the same mistakes are being mended.
    await ask('findings', { findings: [ERROR, WARNING, { ...ERROR, line: 9 }] });
    await tab.waitForFunction(() => document.querySelector('vanbia-overlay').shadowRoot.querySelector('.count').textContent.startsWith('2 lỗi'));
    assert.equal(await overlay(tab, 'li').count(), 0);
    await ask('findings', { findings: [WARNING] });
    await overlay(tab, '.box.warnings').waitFor();
    assert.equal(await overlay(tab, 'li').count(), 0);
    await overlay(tab, '.toggle').click();
    assert.equal(await overlay(tab, 'li.warning').count(), 1);
    // Escape folds, and leaves a page alone that has nothing open.
    await tab.keyboard.press('Escape');
    assert.equal(await overlay(tab, 'li').count(), 0);
    await tab.keyboard.press('Escape');
    assert.equal(await overlay(tab, 'li').count(), 0);
    await ask('findings', { findings: [] });
    await overlay(tab, '.box').waitFor({ state: 'hidden' });
    assert.equal(await tab.evaluate(() => window.hacked), undefined);
    assert.ok(await isSame(tab));
    assert.deepEqual(tab.faults, []);
  },

  async 'errors that are there before the page is opened are shown'() {
    await ask('findings', { findings: [ERROR] });
    const tab = await open();
    await overlay(tab, 'li.error').waitFor();
    await ask('findings', { findings: [] });
    await overlay(tab, '.box').waitFor({ state: 'hidden' });
  },

  async 'two tabs follow, each its own page'() {
    await put('en/x/index.html', page({ title: 'Ha Temple' }));
    const vi = await open();
    const also = await open();
    const en = await open('en/x/');
    assert.deepEqual(await ask('viewed'), ['en/x/index.html', 'vi/x/index.html']);
    await change({ first: 'Cả hai' });
    await shows(vi, '.first', 'Cả hai');
    await shows(also, '.first', 'Cả hai');
    assert.equal(await text(en, '.first'), 'Một');
    await en.close();
    for (let i = 0; i < 100 && (await ask('viewed')).includes('en/x/index.html'); i++) await new Promise((r) => setTimeout(r, 50));
    assert.deepEqual(await ask('viewed'), ['vi/x/index.html']);
  },

  async 'after the server was away, the page follows what it missed'() {
    const tab = await open();
    await tab.evaluate(() => scrollTo(0, 400));
    await ask('stop');
    await overlay(tab, '.pill').waitFor();
    await put(PATH, page({ first: 'Sau khi mở lại' }));
    await ask('start', { port });
    await shows(tab, '.first', 'Sau khi mở lại');
    await overlay(tab, '.pill').waitFor({ state: 'hidden' });
    assert.equal(await tab.evaluate(() => scrollY), 400);
    assert.ok(await isSame(tab));
    await change({ first: 'Vẫn theo' });
    await shows(tab, '.first', 'Vẫn theo');
  },

  async 'a deleted page says so and comes back'() {
    const tab = await open();
    await ask('remove', { path: PATH });
    await ask('content', { paths: [PATH] });
    await overlay(tab, '.notice').waitFor();
    assert.equal(await text(tab, 'h1'), 'Đền Hạ');
    await change({ first: 'Trở lại' });
    await shows(tab, '.first', 'Trở lại');
    await overlay(tab, '.notice').waitFor({ state: 'hidden' });
    assert.ok(await isSame(tab));
  },

  async 'a page that is not there yet opens by itself'() {
    await ask('remove', { path: 'vi/y/index.html' });
    const tab = await open('vi/y/');
    assert.match(await text(tab, 'h1'), /Không có trang này/);
    await put('vi/y/index.html', page({ title: 'Mới' }));
    await ask('content', { paths: ['vi/y/index.html'] });
    await shows(tab, 'h1', 'Mới');
  },

  async 'a page with the strictest policy follows too'() {
    const style = 'p { color: rgb(0, 128, 0) }';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = `default-src 'none'; style-src 'sha256-${hash}'`;
    const strict = (words) => `<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${style}</style></head><body><p>${words}</p></body></html>`;
    await put('123456/index.html', strict('Một'));
    const tab = await open('123456/');
    await put('123456/index.html', strict('Hai'));
    await ask('content', { paths: ['123456/index.html'] });
    await shows(tab, 'p', 'Hai');
    await ask('findings', { findings: [ERROR] });
    await overlay(tab, 'li.error').waitFor();
    await ask('findings', { findings: [] });
    assert.deepEqual(tab.faults, []);
  },

  async 'the preview holds both languages, and its frames follow through it'() {
    await put('en/x/index.html', page({ title: 'Ha Temple' }));
    const preview = (findings) => ask('preview', {
      key: 'relics/x', title: 'Đền <Hạ>', pages: [['vi', 'vi/x/'], ['en', 'en/x/']], codes: [['735190', 'vi/x/qr.svg']], findings, lacking: ['Ảnh'],
    });
    await preview([ERROR]);
    const tab = await open('_preview/relics/x');
    const [vi, en] = [tab.frameLocator('#phone-vi iframe'), tab.frameLocator('#phone-en iframe')];
    await vi.locator('h1').waitFor();
    await en.locator('h1').waitFor();
    assert.equal(await vi.locator('html').evaluate(() => innerWidth), 390);
    for (let i = 0; i < 100 && (await ask('viewed')).length < 3; i++) await new Promise((r) => setTimeout(r, 50));
    assert.deepEqual(await ask('viewed'), ['_preview/relics/x', 'en/x/index.html', 'vi/x/index.html']);
    await vi.locator('html').evaluate(() => { window.mark = 'same document'; });
    await change({ first: 'Trong khung' });
    await vi.locator('.first', { hasText: 'Trong khung' }).waitFor();
    assert.ok(await vi.locator('html').evaluate(() => window.mark === 'same document'));
    assert.equal(await tab.locator('#findings li.error').count(), 1);
    // A long line scrolls by itself; messages and codes stay within the page.
    await preview([{ ...ERROR, snippet: 'x'.repeat(400) }]);
    await ask('findings', { findings: [{ ...ERROR, snippet: 'x'.repeat(400) }] });
    await tab.locator('#findings pre', { hasText: 'x'.repeat(400) }).waitFor();
    for (const width of [1280, 360]) {
      await tab.setViewportSize({ width, height: 740 });
      assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `fits ${width} px`);
    }
    await tab.setViewportSize({ width: 1280, height: 740 });
    await preview([]);
    await ask('findings', { findings: [] });
    await tab.locator('#findings .good').waitFor();
    assert.ok(await isSame(tab));
    await tab.setViewportSize({ width: 360, height: 740 });
    assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= 360), 'fits a phone');
    // Another page in the frame is followed as well.
    await put('vi/z/index.html', page({ title: 'Khác' }));
    await vi.locator('html').evaluate((html, to) => { location.href = to; }, url + 'vi/z/');
    await vi.locator('h1', { hasText: 'Khác' }).waitFor();
    for (let i = 0; i < 100 && !(await ask('viewed')).includes('vi/z/index.html'); i++) await new Promise((r) => setTimeout(r, 50));
    await put('vi/z/index.html', page({ title: 'Khác nữa' }));
    await ask('content', { paths: ['vi/z/index.html'] });
    await vi.locator('h1', { hasText: 'Khác nữa' }).waitFor();
    assert.deepEqual(tab.faults, []);
  },

  async 'many tabs do not keep each other from loading'() {
    const tabs = [];
    for (let i = 0; i < 5; i++) tabs.push(await open());
    // Tabs in the background, as a reader has them: they give their connections away.
    for (const tab of tabs) {
      await tab.evaluate(() => Object.defineProperty(document, 'hidden', { value: true, configurable: true }));
    }
    for (let i = 0; i < 5; i++) tabs.push(await open());
    await change({ first: 'Mọi thẻ' });
    await shows(tabs[9], '.first', 'Mọi thẻ');
    const back = tabs[0];
    await back.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: false, configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    });
    await shows(back, '.first', 'Mọi thẻ');
  },

  async 'random changes end in the page that is served'() {
    const tab = await open();
    let seed = 7;
    const random = (n) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor(seed / 65536) % n; };
    const tags = ['p', 'div', 'ul', 'section', 'b'];
    const some = (depth) => Array.from({ length: random(5) }, () => {
      const tag = tags[random(tags.length)];
      const name = random(3) ? '' : ` class="c${random(3)}"`;
      return `<${tag}${name}>${random(2) || !depth ? 'chữ ' + random(6) : some(depth - 1)}</${tag}>${random(3) ? '' : '\n'}`;
    }).join('');
    let made = 0;
    const unique = () => Array.from({ length: 4 }, (_, i) => [random(100), `<div id="u${i}">${made++}</div>`]).sort((a, b) => a[0] - b[0]).map((x) => x[1]).join('');
    for (let round = 0; round < 120; round++) {
      await change({ first: `lần ${round}`, extra: `<section class="s">${some(3)}</section>${unique()}${some(2)}` });
      await shows(tab, '.first', `lần ${round}`);
      const [here, there] = await tab.evaluate(async () => {
        const next = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
        const plain = (doc) => {
          const body = doc.body.cloneNode(true);
          for (const part of body.querySelectorAll('script, audio, [data-switch]')) part.remove();
          return body.innerHTML.replace(/\s+/g, ' ').trim();
        };
        return [plain(document), plain(next)];
      });
      assert.equal(here, there, `round ${round}`);
    }
    assert.ok(await isSame(tab));
    assert.deepEqual(tab.faults, []);
  },
};

async function begin() {
  await ask('bytes', { path: 'audio/a.wav', bytes: sound() });
  ({ url } = await ask('start', { port: 0 }));
  port = Number(new URL(url).port);
}

let failed = 0;
await begin();
const only = process.env.VANBIA_CASE;
for (const [name, run] of Object.entries(cases)) {
  if (only && !name.includes(only)) continue;
  await put('assets/app.1.js', APP);
  await put('assets/style.1.css', 'h1 { color: rgb(255, 0, 0) }');
  await put('vi/x/qr.svg', svg('red'));
  await put(PATH, page());
  context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  context.setDefaultTimeout(15000);
  const began = Date.now();
  try {
    await run();
    process.stderr.write(`ok: ${name} (${Date.now() - began} ms)\n`);
  } catch (error) {
    failed++;
    process.stderr.write(`FAILED: ${name}\n${error.stack}\n`);
  }
  await context.close();
}
await browser.close();
process.exit(failed ? 1 : 0);
