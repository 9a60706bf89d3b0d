// The page of what has been kept: lists it, and takes it away again. Where a page could not be had, it says which.
(function () {
  'use strict';
  var v = window.vanbia;
  if (!v) return;
  var html = document.documentElement;
  var list = document.querySelector('[data-kept]');
  var told = document.querySelector('[data-kept-told]');
  var asked = location.hash.slice(1);
  var lost = document.querySelector('[data-lost]');
  if (asked && /^[a-z0-9][^:]*$/i.test(asked) && lost) {
    lost.hidden = false;
    lost.querySelector('a').href = new URL(asked, v.root);
  }
  function say(text) { told.textContent = text; }
  if (!v.canKeep) { say(told.dataset.unable); return; }
  function size(bytes) {
    return (bytes / 1e6).toLocaleString(html.lang, { maximumFractionDigits: 1 }) + '\u00a0MB';
  }
  var folder = new URL('kept/', v.root).href;
  function notes(cache) {
    return cache.keys().then(function (keys) {
      var own = keys.filter(function (key) { return key.url.indexOf(folder) === 0; });
      return Promise.all(own.map(function (key) {
        return cache.match(key).then(function (response) { return response.json(); });
      }));
    });
  }
  // What another entry needs as well stays.
  function drop(cache, note) {
    return notes(cache).then(function (all) {
      var others = all.filter(function (one) { return one.path !== note.path; });
      var needed = {};
      others.forEach(function (one) { one.urls.forEach(function (url) { needed[url] = true; }); });
      var gone = note.urls.filter(function (url) { return !needed[url]; });
      return Promise.all(gone.concat(folder + note.path).map(function (url) { return cache.delete(url); }));
    });
  }
  function show(cache) {
    return notes(cache).then(function (all) {
      var sum = 0;
      list.textContent = '';
      all.sort(function (a, b) { return a.title.localeCompare(b.title, html.lang); });
      all.forEach(function (note) {
        sum += note.bytes;
        var line = document.createElement('li');
        var link = document.createElement('a');
        link.href = new URL(note.path, v.root);
        link.textContent = note.title;
        var small = document.createElement('small');
        small.textContent = size(note.bytes);
        var button = document.createElement('button');
        button.type = 'button';
        button.className = 'plain';
        button.textContent = list.dataset.drop;
        button.setAttribute('aria-label', list.dataset.drop + ': ' + note.title);
        button.addEventListener('click', function () {
          drop(cache, note).then(function () { return show(cache); }).then(function () { told.focus(); });
        });
        [link, small, button].forEach(function (part) { line.appendChild(part); });
        list.appendChild(line);
      });
      say(all.length ? told.dataset.all.replace('{n}', all.length).replace('{size}', size(sum)) : told.dataset.none);
    });
  }
  function read() { caches.open(v.prefix + 'saved').then(show).catch(function () { say(told.dataset.unable); }); }
  read();
  window.addEventListener('pageshow', function (event) { if (event.persisted) read(); });
})();
