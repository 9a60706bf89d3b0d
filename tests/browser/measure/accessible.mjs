// axe-core on one page of every type and language: light, dark, at 320 px, with text twice as large, and with forced colours.
// Beside it what axe does not see: nothing is wider than the window, no text is cut off, nothing moves for somebody who does
// not want it, and a control that is only a drawing is still drawn where colours are forced. `--long` runs all rules each time.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Findings, PHONE, addressOf, isLong, launch, samples, serve, standIn } from './site.mjs';

const findings = new Findings('accessible');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const server = await serve('/a/b/');
const browser = await launch(['--hide-scrollbars']);
const ALL = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const ofRules = (...values) => (isLong ? ALL : { type: 'rule', values });
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };
const VARIANTS = [
  { name: 'light', viewport: PHONE.viewport, rules: ALL },
  { name: 'dark', viewport: WIDE, media: { colorScheme: 'dark' }, rules: ALL },
  { name: '320 px', viewport: NARROW, rules: ofRules('target-size', 'scrollable-region-focusable', 'color-contrast') },
  { name: 'text 200 %', viewport: PHONE.viewport, style: 'html { font-size: 200% !important }', rules: ofRules('target-size', 'scrollable-region-focusable') },
  { name: 'forced colours', viewport: PHONE.viewport, media: { forcedColors: 'active' }, rules: { type: 'rule', values: ['target-size'] } },
];

/** Runs in the browser: what is wider than the window, and texts that are cut off. */
function overflowing() {
  const found = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) {
    const beyond = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > innerWidth + 1);
    found.push(`${wide} px wider than the window: ${beyond.slice(-1).map((e) => e.outerHTML.slice(0, 90))}`);
  }
  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    // Words for screen readers are one pixel wide on purpose.
    if (element.clientWidth <= 1 || !element.innerText?.trim() || element.closest('.vh')) continue;
    const isCut = (overflow, inside, room) => /hidden|clip/.test(overflow) && inside > room + 2;
    if (isCut(style.overflowX, element.scrollWidth, element.clientWidth) && style.textOverflow !== 'ellipsis') found.push(`cut off on the right: ${element.outerHTML.slice(0, 90)}`);
    if (isCut(style.overflowY, element.scrollHeight, element.clientHeight) && style.webkitLineClamp === 'none') found.push(`cut off below: ${element.outerHTML.slice(0, 90)}`);
  }
  return found;
}

/** Runs in the browser: what would move. */
function moving() {
  const seconds = (list) => Math.max(...list.split(',').map((time) => parseFloat(time) * (time.trim().endsWith('ms') ? 0.001 : 1)));
  const found = [];
  if (getComputedStyle(document.documentElement).scrollBehavior === 'smooth') found.push('the page scrolls smoothly');
  for (const element of document.querySelectorAll('*')) {
    for (const part of [null, '::before', '::after']) {
      const style = getComputedStyle(element, part);
      const where = `${element.outerHTML.slice(0, 60)}${part ?? ''}`;
      if (style.animationName !== 'none' && seconds(style.animationDuration) > 0.02) found.push(`animation ${style.animationName}: ${where}`);
      if (seconds(style.transitionDuration) > 0.02) found.push(`transition of ${style.transitionProperty}: ${where}`);
    }
  }
  return found;
}

/** Runs in the browser: controls whose words are not seen, because a drawing stands for them. */
function drawnControls() {
  return [...document.querySelectorAll('a[href], button, summary')].filter((element) => {
    const box = element.getBoundingClientRect();
    if (box.width < 8 || box.height < 8 || element.querySelector('img')) return false;
    return ![...element.querySelectorAll('*'), element].some((part) => [...part.childNodes].some((node) => {
      if (node.nodeType !== 3 || !node.data.trim()) return false;
      const range = document.createRange();
      range.selectNode(node);
      return range.getBoundingClientRect().width > 2 && part.getBoundingClientRect().width > 2;
    }));
  }).map((element, at) => { element.dataset.drawn = at; return element.outerHTML.slice(0, 90); });
}

/** True when a picture of a control has one color only. */
async function isBlank(page, bytes) {
  return page.evaluate(async (data) => {
    const bitmap = await createImageBitmap(await (await fetch(data)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    canvas.drawImage(bitmap, 0, 0);
    const { data: bits } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
    const pixels = new Uint32Array(bits.buffer);
    return pixels.every((pixel) => pixel === pixels[0]);
  }, `data:image/png;base64,${bytes.toString('base64')}`);
}

async function examine(page, variant) {
  const wrong = [];
  const say = (line) => wrong.push(`${variant.name}: ${line}`);
  const style = variant.style && await page.addStyleTag({ content: variant.style });
  const { violations } = await page.evaluate((rules) => axe.run(document, { runOnly: rules, resultTypes: ['violations'] }), variant.rules);
  for (const rule of violations) {
    for (const node of rule.nodes.slice(0, 4)) say(`${rule.id} (${rule.nodes.length}): ${node.target} ${node.failureSummary.split('\n').slice(1, 2)} ${node.html.slice(0, 100)}`);
  }
  (await page.evaluate(overflowing)).forEach(say);
  if (variant.name === 'light') (await page.evaluate(moving)).slice(0, 5).forEach(say);
  if (variant.media?.forcedColors) {
    // axe takes the colours from before they were forced. Text has the forced ones unless a style says otherwise.
    const kept = await page.evaluate(() => [...document.body.querySelectorAll('*')].filter((element) => getComputedStyle(element).forcedColorAdjust === 'none' && element.innerText?.trim()).map((element) => element.outerHTML.slice(0, 90)));
    kept.slice(0, 4).forEach((html) => say(`keeps its own colours: ${html}`));
    const drawn = await page.evaluate(drawnControls);
    for (const [at, html] of drawn.entries()) {
      const control = page.locator(`[data-drawn="${at}"]`);
      if (await control.isVisible() && await isBlank(page, await control.screenshot())) say(`nothing is seen of ${html}`);
    }
  }
  await style?.evaluate((element) => element.remove());
  return wrong;
}

// Two windows at once: most of the time is the browser's own.
const queue = samples();
async function work() {
  const context = await browser.newContext({ ...PHONE, bypassCSP: true });
  await standIn(context, server);
  for (let one = queue.shift(); one; one = queue.shift()) {
    const page = await context.newPage();
    const wrong = [];
    for (const variant of VARIANTS) {
      await page.setViewportSize(variant.viewport);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce', ...variant.media });
      if (variant === VARIANTS[0]) {
        await page.goto(addressOf(one, server), { waitUntil: 'load' });
        await page.evaluate(axe);
      }
      wrong.push(...await examine(page, variant));
    }
    findings.tell(`${one.type} ${one.lang}`, `0 violations (${VARIANTS.map((variant) => variant.name).join(', ')})`, wrong);
    await page.close();
  }
}
await Promise.all([work(), work()]);
await browser.close();
server.close();
findings.end();
