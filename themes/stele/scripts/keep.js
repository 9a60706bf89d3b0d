// Keeps an entry, or all that a trail or a bookcase leads to, for where there is no signal; and the neighbors beforehand.
// Loaded by visit.js when the page is there.
(function () {
  'use strict';
  var html = document.documentElement;
  var v = window.vanbia;
  function on(target, name, act) { target.addEventListener(name, act); }

  // Keeping: what is needed is written in the button, for several entries in a list that is read when it is tapped.
  function size(bytes) {
    return (bytes / 1e6).toLocaleString(html.lang, { maximumFractionDigits: 1 }) + '\u00a0MB';
  }
  function split(text) { return text ? text.split(' ') : []; }
  var told = document.querySelector('[data-saving]');
  function say(text) { told.textContent = text; }
  var isBusy = false;

  // Notes what was not kept before.
  function put(cache, url, response, added) {
    return cache.match(url).then(function (had) {
      if (!had) added.push(url);
      return cache.put(url, response);
    });
  }

  // What pages are drawn with is kept too, so that a later look of the site leaves them whole.
  function core(cache, added) {
    return caches.keys().then(function (names) {
      return Promise.all(names.filter(function (name) { return name.indexOf(v.prefix + 'core-') === 0; }).map(function (name) {
        return caches.open(name).then(function (own) {
          return own.keys().then(function (keys) {
            return Promise.all(keys.filter(function (key) { return key.url.indexOf('/assets/') > 0; }).map(function (key) {
              return own.match(key).then(function (response) { return put(cache, key.url, response, added); });
            }));
          });
        });
      }));
    });
  }
  function store(what, button) {
    var urls = what.pages.concat(what.files).map(function (path) { return new URL(path, v.root).href; });
    var done = 0;
    var bytes = 0;
    var added = [];
    // Not `disabled`: the focus would fall to the top of the page.
    isBusy = true;
    button.setAttribute('aria-disabled', 'true');
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(function () { /* a wish */ });
    return caches.open(v.prefix + 'saved').then(function (cache) {
      function next() {
        if (done >= urls.length) return null;
        var url = urls[done];
        // Screen readers hear the first of these lines and how it ended, not every file.
        if (done === 1) told.setAttribute('aria-busy', 'true');
        say(told.dataset.busy.replace('{n}', done + 1).replace('{all}', urls.length).replace('{size}', size(bytes)));
        return fetch(url).then(function (response) {
          if (response.status !== 200) throw new Error(url);
          var copy = response.clone();
          return response.blob().then(function (blob) {
            bytes += blob.size;
            done += 1;
            return put(cache, url, copy, added);
          });
        }).then(next);
      }
      return core(cache, added).then(next).then(function () {
        var note = { title: what.title, path: what.path, urls: urls, bytes: bytes };
        return cache.put(new URL('kept/' + what.path, v.root).href, new Response(JSON.stringify(note)));
      });
    }).then(function () { return told.dataset.done.replace('{size}', size(bytes)); }, function (error) {
      if (!error || error.name !== 'QuotaExceededError') return told.dataset.failed;
      // A full phone gets its room back; what is left half would be listed nowhere.
      return caches.open(v.prefix + 'saved').then(function (cache) {
        return Promise.all(added.map(function (url) { return cache.delete(url); }));
      }).catch(function () { /* then it stays */ }).then(function () { return told.dataset.full; });
    }).then(function (text) {
      told.removeAttribute('aria-busy');
      say(text);
      isBusy = false;
      button.removeAttribute('aria-disabled');
      return state();
    });
  }
  v.each('[data-save]', function (button) {
    var list = null;
    // Only when the worker is there: without it nothing that is kept would be shown.
    navigator.serviceWorker.ready.then(function () { button.hidden = false; });
    on(button, 'click', function () {
      if (isBusy) return;
      var title = button.dataset.title;
      if (!button.dataset.set) {
        var pages = split(button.dataset.pages);
        store({ title: title, path: pages[0], pages: pages, files: split(button.dataset.save) }, button);
      } else if (list) {
        store({ title: title, path: list.pages[0], pages: list.pages, files: list.files }, button);
      } else {
        isBusy = true;
        fetch(button.dataset.set).then(function (response) { return response.json(); }).then(function (read) {
          list = read;
          button.firstElementChild.textContent = button.dataset.ask.replace('{n}', read.entries).replace('{size}', read.size);
        }).catch(function () { say(told.dataset.failed); }).then(function () { isBusy = false; });
      }
    });
  });
  // Whether the page is kept, then the size of what was.
  function state() {
    return caches.match(new URL('kept/' + location.href.slice(v.root.href.length).split(/[?#]/)[0], v.root).href).then(function (kept) {
      document.querySelector('[data-to-saved]').hidden = !kept;
      return kept && kept.json();
    });
  }
  function show() {
    state().then(function (note) { say(note ? told.dataset.done.replace('{size}', size(note.bytes)) : ''); })
      .catch(function () { /* this browser keeps nothing */ });
  }
  if (told) {
    show();
    // On the way back from the list of what is kept it may be gone.
    on(window, 'pageshow', function (event) { if (event.persisted && !isBusy) show(); });
  }

  // The neighbors' pages and pictures, when there is nothing else to do and data are not dear.
  var line = navigator.connection || {};
  if (line.saveData || /2g/.test(line.effectiveType || '')) return;
  function beforehand() {
    fetch(location.href).catch(function () { /* it is here already */ });
    var hero = document.querySelector('.hero img');
    v.each('[data-near] .card', function (card) {
      fetch(card.querySelector('h3 a').href).catch(function () { /* another time */ });
      var picture = card.querySelector('picture') || card.querySelector('img');
      if (!picture) return;
      // As wide as it will be on its own page.
      var copy = picture.cloneNode(true);
      [].concat.apply([copy], copy.querySelectorAll('*')).forEach(function (part) {
        if (part.sizes !== undefined && hero) part.sizes = hero.sizes;
        if (part.loading) part.loading = 'eager';
      });
    });
    if (hero && hero.currentSrc) new Image().src = hero.currentSrc;
  }
  navigator.serviceWorker.ready.then(function () {
    var idle = window.requestIdleCallback || function (act) { setTimeout(act, 2000); };
    if (navigator.serviceWorker.controller) idle(beforehand);
    else navigator.serviceWorker.addEventListener('controllerchange', function () { idle(beforehand); });
  });
})();
