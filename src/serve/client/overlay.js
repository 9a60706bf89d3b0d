// What the preview says on top of a page: findings, a lost connection, a page that is gone. It lives in a shadow root,
// so that neither the theme nor the page touches it, and every text is set as text, never as markup.
function vanbiaOverlay(WORDS, styleAddress, homeAddress) {
  'use strict';
  const host = document.createElement('vanbia-overlay');
  host.lang = WORDS.lang;
  const root = host.attachShadow({ mode: 'open' });
  const style = make('link');
  style.rel = 'stylesheet';
  style.href = styleAddress;
  const pill = make('p', 'pill');
  pill.setAttribute('role', 'status');
  const notice = make('p', 'notice');
  notice.setAttribute('role', 'status');
  const box = make('div', 'box');
  for (const part of [pill, notice, box]) part.hidden = true;
  // Nothing shows before its style is there.
  host.style.setProperty('display', 'none');
  style.onload = () => host.style.removeProperty('display');
  root.append(style, notice, box, pill);
  // Outside of the body, which follows the page.
  document.documentElement.append(host);

  // The site may switch between light and dark by itself.
  const follow = () => { host.dataset.theme = document.documentElement.dataset.theme || ''; };
  new MutationObserver(follow).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  follow();

  const MOST = 50;
  let shown = '';
  let folded = false;

  function make(tag, name, text, ...children) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    element.append(...children);
    return element;
  }

  function fill(pattern, count) {
    return pattern.replace('{count}', String(count));
  }

  function count(findings) {
    const errors = findings.filter((f) => f.severity === 'error').length;
    const warnings = findings.length - errors;
    const words = [];
    if (errors) words.push(errors === 1 ? WORDS.errorOne : fill(WORDS.errors, errors));
    if (warnings) words.push(warnings === 1 ? WORDS.warningOne : fill(WORDS.warnings, warnings));
    return words.join(' · ');
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch (e) {
      // A phone on the local network has no clipboard for pages without a certificate; a selection can be copied.
      const field = make('textarea', 'copied');
      field.value = text;
      root.append(field);
      field.select();
      document.execCommand('copy');
      field.remove();
    }
  }

  function place(finding) {
    if (!finding.file) return [];
    const text = finding.line ? finding.file + ':' + finding.line + ':' + finding.column : finding.file;
    const button = make('button', 'place', visible(text));
    button.type = 'button';
    button.title = WORDS.copy;
    button.addEventListener('click', async () => {
      await copy(text);
      button.classList.add('done');
      button.dataset.done = WORDS.copied;
      setTimeout(() => { button.classList.remove('done'); delete button.dataset.done; }, 1600);
    });
    return [button];
  }

  // Marks that turn the direction of text around could disguise a file's name.
  function visible(text) {
    return text.replace(/[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b-\u001f]/g, (c) =>
      '[U+' + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0') + ']');
  }

  function item(finding) {
    const isError = finding.severity === 'error';
    const word = (isError ? WORDS.error : WORDS.warning) + ' ' + finding.code;
    const parts = [make('p', 'message', '', make('b', 'word', word), ' ' + visible(finding.message)), ...place(finding)];
    if (finding.snippet) parts.push(make('pre', 'snippet', visible(finding.snippet)));
    if (finding.help) parts.push(make('p', 'help', '', make('b', '', WORDS.help), ' ' + visible(finding.help)));
    return make('li', isError ? 'error' : 'warning', '', ...parts);
  }

  function draw(findings, open) {
    const hasErrors = findings.some((f) => f.severity === 'error');
    box.className = 'box ' + (hasErrors ? 'errors' : 'warnings') + (open ? ' open' : '');
    const title = make('span', 'count', count(findings));
    const toggle = make('button', 'toggle', '', title, make('span', 'act', open ? WORDS.hide : WORDS.show));
    toggle.type = 'button';
    toggle.setAttribute('aria-expanded', String(open));
    toggle.addEventListener('click', () => {
      folded = open;
      draw(findings, !open);
      box.querySelector('.toggle').focus();
    });
    const parts = [toggle];
    if (open) {
      if (hasErrors) parts.push(make('p', 'calm', WORDS.lastGood));
      const list = make('ol', '', '', ...findings.slice(0, MOST).map(item));
      list.tabIndex = 0;
      if (findings.length > MOST) list.append(make('li', 'more', fill(WORDS.more, findings.length - MOST)));
      parts.push(list);
    }
    box.replaceChildren(...parts);
  }

  // From wherever the focus is: it stays there, unless it was within.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !box.classList.contains('open')) return;
    const isWithin = root.activeElement !== null;
    box.querySelector('.toggle').click();
    if (!isWithin) root.activeElement?.blur();
  });

  return {
    // Errors are open until they are folded away; warnings wait in a badge.
    findings(findings, small) {
      const next = JSON.stringify(findings);
      if (next === shown) return;
      const hadErrors = shown.includes('"severity":"error"');
      shown = next;
      box.hidden = findings.length === 0;
      const hasErrors = findings.some((f) => f.severity === 'error');
      if (!hasErrors || !hadErrors) folded = false;
      draw(findings, hasErrors && !folded && !small);
    },
    offline(isOffline) {
      pill.textContent = WORDS.offline;
      pill.hidden = !isOffline;
    },
    gone(isGone) {
      const link = make('a', '', WORDS.home);
      link.href = homeAddress;
      notice.replaceChildren(WORDS.gone + ' ', link);
      notice.hidden = !isGone;
    },
  };
}
