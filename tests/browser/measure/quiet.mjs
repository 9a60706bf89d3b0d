// Every page in Chromium below a base path: no error in the console, no request that fails, none to anybody else, nothing
// that the page's own security policy forbids.
import { Findings, PHONE, addressOf, home, launch, pages, serve, standIn } from './site.mjs';

const findings = new Findings('quiet');
const server = await serve('/a/b/');
const browser = await launch();
const context = await browser.newContext(PHONE);
await context.addInitScript(() => {
  addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy: ${event.violatedDirective} forbids ${event.blockedURI}`);
  });
});
await standIn(context, server);
const page = await context.newPage();
let wrong = [];
// (That workers are kept out here is this measurement's own doing.)
const isOwn = (text) => text.includes('Service Worker registration blocked by Playwright');
page.on('console', (message) => { if (['error', 'warning'].includes(message.type()) && !isOwn(message.text())) wrong.push(`${message.type()}: ${message.text()}`); });
page.on('pageerror', (error) => wrong.push(`script: ${error}`));
page.on('response', (response) => { if (response.status() >= 400) wrong.push(`${response.status()}: ${response.url()}`); });
// A page that is left before its pictures came is no failure of the site.
page.on('requestfailed', (request) => { if (request.failure().errorText !== 'net::ERR_ABORTED') wrong.push(`${request.failure().errorText}: ${request.url()}`); });
let asked = 0;
page.on('request', (request) => {
  asked += 1;
  if (![server.origin, home, 'data:'].some((begin) => request.url().startsWith(begin))) wrong.push(`asks elsewhere: ${request.url()}`);
});

const byType = new Map();
for (const one of pages()) {
  // This one page is there for addresses that are none.
  const isLost = one.type === 'lost';
  await page.goto(addressOf(one, server), { waitUntil: 'load' });
  if (isLost) wrong = wrong.filter((line) => !line.includes('/nowhere/') && !line.includes('status of 404'));
  const seen = byType.get(one.type) ?? byType.set(one.type, { count: 0, wrong: [] }).get(one.type);
  seen.count += 1;
  seen.wrong.push(...wrong.map((line) => `${one.path}: ${line}`));
  wrong = [];
}
for (const [type, seen] of byType) findings.tell(type, `${seen.count} pages, 0 errors, 0 requests elsewhere, 0 forbidden`, seen.wrong);
console.log(`quiet: ${asked} requests`);
await browser.close();
server.close();
findings.end();
