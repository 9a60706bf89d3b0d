// Every page read by two validators: html-validate, and the W3C's Nu checker (vnu, which needs Java).
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { Findings, files, folder, pages } from './site.mjs';

const findings = new Findings('valid');
const rules = {
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // How a page is spaced is the template's affair.
    'void-style': 'off', 'no-trailing-whitespace': 'off', 'long-title': 'off', 'tel-non-breaking': 'off',
    // All that a page loads comes from its own server, which could change the sums as well.
    'require-sri': 'off',
    // HTML has allowed an id to begin with a digit since 2014.
    'valid-id': ['error', { relaxed: true }],
    // A box that scrolls is named for a reader without being a chapter of the page.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // The search answers while somebody types: there is nothing to submit.
    'wcag/h32': 'off',
  },
};
const validator = new HtmlValidate(new FileSystemConfigLoader({ root: true, ...rules }));
const byType = new Map();
for (const page of pages()) {
  const seen = byType.get(page.type) ?? byType.set(page.type, { count: 0, wrong: [] }).get(page.type);
  const report = await validator.validateString(page.html, page.file);
  seen.count += 1;
  for (const result of report.results) {
    for (const m of result.messages.filter((message) => message.severity === 2)) seen.wrong.push(`${page.path}:${m.line}:${m.column}: ${m.ruleId}: ${m.message}`);
  }
}
for (const [type, seen] of byType) findings.tell(`html-validate ${type}`, `${seen.count} pages`, seen.wrong);

const jar = path.join(path.dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
if (!existsSync(jar)) throw new Error(`${jar} is missing`);
function vnu(what, names) {
  let out = '';
  try {
    out = execFileSync('java', ['-Xss4m', '-jar', jar, '--errors-only', '--stdout', '--exit-zero-always', '--format', 'json', ...what, ...names], { cwd: folder, maxBuffer: 1 << 28, encoding: 'utf8' });
  } catch (error) {
    findings.tell(`vnu ${what}`, '', [`vnu could not be run: ${error.message.slice(0, 400)}`]);
    return;
  }
  // The checker does not follow what is named by `var()`, and knows an older `mask`.
  const isUnread = (m) => /“var\(--[\w-]+\)” is not a “\*invalid\*” value/.test(m.message) || /^CSS: “mask”: Too many values/.test(m.message);
  const messages = JSON.parse(out).messages.filter((m) => m.type !== 'info' && !isUnread(m));
  findings.tell(`vnu ${what.join(' ')}`, `${names.length} files`, messages.map((m) => `${m.url?.replace(`file:${folder}/`, '')}:${m.lastLine}: ${m.message}`));
}
const all = files();
vnu([], all.filter((name) => name.endsWith('.html')));
vnu(['--css'], all.filter((name) => name.endsWith('.css')));
vnu(['--svg'], all.filter((name) => name.startsWith('assets/') && name.endsWith('.svg')));
findings.end();
