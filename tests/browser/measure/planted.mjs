// Planted defects: every measurement must name what it is there for. A few pages of the built site are copied, each with
// something wrong with it, and every measurement is run on them. Usage: node planted.mjs SITE [NAME…]
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Findings, folder, pages, samples } from './site.mjs';

const findings = new Findings('planted');
const landing = pages().find((one) => one.type === 'landing' && /chua-bo-da\/"/.test(one.html));
const KEPT = ['index.html', '404.html', 'robots.txt', 'vi/index.html', 'en/index.html', 'vi/a-z/index.html', 'vi/ma-qr/index.html', landing.file, ...samples().filter((one) => one.type === 'relic').map((one) => one.file)];

/** A copy of a few pages; `plant` changes the text of a page or of a file of a kind. */
function spoilt(plant) {
  const site = mkdtempSync(path.join(tmpdir(), 'planted-'));
  for (const name of ['assets', 'media', 'search', ...KEPT]) {
    mkdirSync(path.dirname(path.join(site, name)), { recursive: true });
    if (existsSync(path.join(folder, name))) cpSync(path.join(folder, name), path.join(site, name), { recursive: true });
  }
  for (const name of [...KEPT, ...readdirSync(path.join(site, 'assets')).map((asset) => `assets/${asset}`)]) {
    if (!/\.(html|css|js)$/.test(name)) continue;
    const file = path.join(site, name);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, plant(text, name) ?? text);
  }
  return site;
}
const inMain = (more) => (text, name) => (name.endsWith('.html') ? text.replace('</main>', `${more}</main>`) : text);
const inStyle = (more) => (text, name) => (name.endsWith('.css') ? text + more : text);
const inScript = (more) => (text, name) => (/assets\/app\.[^/]*js$/.test(name) ? `${text};${more}` : text);
/** Words that hardly get smaller when they are compressed. */
const noise = (words) => [...Array(words).keys()].map((n) => (n * 7919 % 99991).toString(36)).join('');
/** A page that comes late: so much stands in front of its text. */
const late = (page, words) => (text, name) => (name === page ? text.replace('</title>', () => `</title><!--${noise(words)}-->`) : text);
const all = (...plants) => (text, name) => plants.reduce((now, plant) => plant(now, name), text);

const DEFECTS = {
  links: [inMain('<a href="nowhere/">x</a><a href="#nowhere">x</a><img src="a.png" srcset="b.png 1x, c.png" alt="">'), [/nowhere\/index\.html is missing/, /has no #nowhere/, /b\.png is missing/, /not an address and a size/]],
  valid: [all(inMain('<p id="twice"></p><p id="twice"></p><b><i></b></i>'), inStyle('p { colour: red }')), [/no-dup-id/, /Duplicate ID/, /colour/]],
  quiet: [all(inMain('<script>1</script><img src="https://elsewhere.example/a.png" alt=""><img src="gone.png" alt="">'), inScript('console.error("aloud")')), [/policy: script-src/, /asks elsewhere/, /404: .*gone\.png/, /aloud/]],
  bare: [all(inMain('<button type="button">Nghe</button>'), inScript('document.querySelector("main").append("Chỉ có khi chạy mã"); localStorage.clear()'), (text, name) => (name === landing.file ? text.replace("'en')", "'vi')") : text)), [/there is no «Chỉ có khi chạy mã»/, /does nothing without scripts/, /landing in fr-FR: 1 WRONG|landing in ko-KR: 1 WRONG/]],
  keyboard: [all(inMain('<a href="." tabindex="2">x</a><a href="." class="trap">x</a><a href=".">x</a>'), inStyle(' .mark:focus-visible { outline: 0 }'), inScript('document.addEventListener("keydown", (e) => { if (e.key === "Tab" && e.target.className === "trap") e.preventDefault(); })')), [/does not show that it is reached/, /jumps ahead/, /never reached/]],
  accessible: [all(inMain('<p class="pale">nhạt</p><p class="wide">x</p>'), inStyle(' .pale { color: #ccc; background: #fff } @media (prefers-color-scheme: dark) { .pale { color: #fff } .mark { color: #111 !important; background: #000 } } .wide { width: 420px } .summary { animation: a 1s infinite } @keyframes a { from { color: red } } .cut { height: 5px } .top .wrap { max-height: 4rem; overflow: hidden } .to-find::before { forced-color-adjust: none; background: Canvas !important }')), [/light: color-contrast/, /dark: color-contrast/, /wider than the window/, /animation a/, /text 200 %: cut off/, /nothing is seen of/]],
  speed: [all(inScript('setTimeout(() => { document.querySelector("main").style.paddingTop = "300px" }, 100)'), (text, name) => (name.endsWith('.html') && !name.includes('404') ? text.replace(/media\/([\w-]+)-(480|360|768|960)\./g, 'media/$1-1600.').replace('</main>', `<i hidden>${noise(9000)}</i><img src="${'../'.repeat(name.split('/').length - 1)}assets/a.svg" alt=""></main>`) : text), late('vi/a-z/index.html', 90_000)), [/jumps by/, /bytes, allowed/, /a-z vi[^\n]*WRONG\n    largest content after/]],
  lighthouse: [all((text, name) => (name.endsWith('.html') ? text.replace(/<meta name="description"[^>]*>/, '').replace('</main>', '<img src="x.png"></main>') : text), late('vi/index.html', 150_000)), [/performance without TBT \d+/, /largest content after \d+ ms on simulated/, /seo \d+/, /accessibility \d+/, /best-practices \d+/]],
  firefox: [all(inScript('throw new Error("on purpose")'), inMain('<pre class="w">x</pre>'), inStyle(' .w { width: 900px }')), [/on purpose/, /wider than the window/]],
};

const asked = process.argv.slice(3).filter((word) => !word.startsWith('--'));
for (const [name, [plant, words]] of Object.entries(DEFECTS)) {
  if (asked.length && !asked.includes(name)) continue;
  const site = spoilt(plant);
  const run = spawnSync(process.execPath, [new URL(`${name}.mjs`, import.meta.url).pathname, site], { encoding: 'utf8', timeout: 400_000 });
  rmSync(site, { recursive: true });
  findings.tell(name, 'names every defect', [
    ...(run.status === 1 ? [] : [`ended with ${run.status}: ${run.stderr.slice(-300)}`]),
    ...words.filter((word) => !word.test(run.stdout)).map((word) => `did not say ${word}`),
  ]);
  if (asked.length) console.log(run.stdout.split('\n').map((line) => `      ${line.slice(0, 200)}`).join('\n'));
}
findings.end();
