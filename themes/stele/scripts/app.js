// Adds to pages that are complete without it: remembers the chosen language, switches light and dark and the size of text, opens the page
// of a number, copies and hands on addresses, keeps pages for where there is no signal. Controls that need it start
// hidden.
(function () {
  'use strict';
  var html = document.documentElement;
  var root = new URL(html.dataset.root || './', location.href);
  // Several sites may share one server, so everything that is remembered carries the site's own folder.
  var prefix = 'vanbia:' + root.pathname + ':';

  function remember(name, value) {
    try { localStorage.setItem(prefix + name, value); } catch (e) { /* private window */ }
  }
  function recall(name) {
    try { return localStorage.getItem(prefix + name); } catch (e) { return null; }
  }
  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  // Pages are kept only where a browser can, never from a folder and never in the preview, whose pages change all the
  // time.
  var canKeep = 'offline' in html.dataset && isSecureContext && 'serviceWorker' in navigator && 'caches' in window &&
    location.protocol !== 'file:' && !document.querySelector('script[data-vanbia]');
  if (canKeep) {
    window.addEventListener('load', function () {
      navigator.serviceWorker.register(new URL('sw.js', root), { scope: root.pathname, updateViaCache: 'none' })
        // Not allowed here: pages are as they are without, and no room waits for a button that never comes.
        .catch(function () { each('[data-save]', function (button) { button.remove(); }); });
    });
  }
  window.vanbia = { root: root, prefix: prefix, remember: remember, recall: recall, each: each, canKeep: canKeep };

  // What is further down waited for what is at the top; now it is drawn, seen or not.
  window.addEventListener('load', function () { html.dataset.whole = ''; });

  // Language
  each('a[data-choose]', function (link) {
    link.addEventListener('click', function () {
      remember('lang', link.dataset.choose);
      if (location.hash) link.hash = location.hash;
    });
  });

  // Light and dark
  var systemDark = window.matchMedia ? matchMedia('(prefers-color-scheme: dark)') : { matches: false };
  function isDark() {
    return html.dataset.theme ? html.dataset.theme === 'dark' : systemDark.matches;
  }
  each('[data-theme-switch]', function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      html.dataset.theme = isDark() ? 'light' : 'dark';
      remember('theme', html.dataset.theme);
      name();
    });
  });

  // Three sizes of text, beside what the browser itself offers
  function step() { return Number(html.dataset.text || 0); }
  each('[data-text-switch]', function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      html.dataset.text = (step() + 1) % 3;
      remember('text', html.dataset.text);
      name();
    });
  });
  // Each switch says what a tap would do.
  function name() {
    each('[data-theme-switch]', function (button) { button.textContent = button.dataset[isDark() ? 'light' : 'dark']; });
    each('[data-text-switch]', function (button) { button.textContent = button.dataset[step() === 2 ? 'usual' : 'larger']; });
  }
  function dress() {
    var theme = recall('theme');
    var text = recall('text');
    if (theme === 'dark' || theme === 'light') html.dataset.theme = theme;
    if (/^[012]$/.test(text)) html.dataset.text = text;
    name();
  }
  dress();
  // On the way back a page comes as it was left; what was chosen since is true of it too.
  window.addEventListener('pageshow', function (event) { if (event.persisted) dress(); });

  // The number under a code. Its last digit checks the others (ISO 7064 MOD 11,10).
  function isWhole(digits) {
    var product = 10;
    for (var i = 0; i < digits.length - 1; i++) {
      var sum = (product + Number(digits[i])) % 10 || 10;
      product = sum * 2 % 11;
    }
    return (product + Number(digits[digits.length - 1])) % 10 === 1;
  }
  each('form[data-code]', function (form) {
    var told = form.querySelector('[role=status]');
    var field = form.querySelector('input');
    form.addEventListener('submit', function (event) {
      var digits = field.value.replace(/\D/g, '');
      event.preventDefault();
      if (digits.length >= 6 && digits[0] !== '0' && isWhole(digits)) {
        // In a folder nothing leads from the folder of a number to the page in it.
        location.assign(new URL(digits + (location.protocol === 'file:' ? '/index.html' : '/'), root));
        return;
      }
      told.textContent = digits.length < 6 ? told.dataset.short : told.dataset.wrong;
      field.setAttribute('aria-invalid', 'true');
      field.focus();
    });
    // What was told of another number is no longer true.
    field.addEventListener('input', function () {
      told.textContent = '';
      field.removeAttribute('aria-invalid');
    });
  });
  // Somebody without scripts, or from an old link, may arrive with ?code=… on the list of codes.
  var asked = new URLSearchParams(location.search).get('code');
  if (asked) each('form[data-code] input', function (field) { field.value = asked; });

  // What may be wider than its place is moved with the keyboard too, as tables are; not all browsers see to that.
  each('pre', function (text) { text.tabIndex = 0; });

  // A chapter is remembered for the page of its book.
  each('.chapter .crumbs li:last-child a', function (book) { remember('read:' + book.pathname, location.pathname); });

  // Copy and hand on. Browsers inside other apps may refuse the clipboard; some of them know the older way.
  function isCopied(text) {
    var area = document.body.appendChild(document.createElement('textarea'));
    area.className = 'vh';
    area.value = text;
    area.select();
    var is = document.execCommand('copy');
    area.remove();
    return is;
  }
  each('[data-copy]', function (button) {
    var before = button.textContent;
    var timer;
    button.hidden = false;
    button.setAttribute('aria-live', 'polite');
    function say(words, ms) {
      clearTimeout(timer);
      button.textContent = words;
      timer = setTimeout(function () { button.textContent = before; }, ms);
    }
    function done() { say(button.dataset.done, 2500); }
    button.addEventListener('click', function () {
      Promise.resolve().then(function () { return navigator.clipboard.writeText(button.dataset.copy); }).then(done, function () {
        if (isCopied(button.dataset.copy)) done();
        // It is shown and chosen, to be copied by hand.
        else say(button.dataset.copy, 20000), getSelection().selectAllChildren(button);
        button.focus();
      });
    });
  });
  if (navigator.share) {
    each('[data-share]', function (button) {
      button.hidden = false;
      button.addEventListener('click', function () {
        // Without what another app has hung on the address.
        navigator.share({ title: button.dataset.share, url: location.href.split(/[?#]/)[0] + location.hash }).catch(function () { /* closed */ });
      });
    });
  }
})();
