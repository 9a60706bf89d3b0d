// On the map: what is nearest to the visitor. The browser asks for leave when the button is tapped, never before, and
// the position goes nowhere: lists of places are read around it, nearest first.
(function () {
  'use strict';
  var v = window.vanbia;
  var button = document.querySelector('[data-near-me]');
  var note = document.querySelector('[data-near-note]');
  if (!v || !button) return;
  // The lists are read from a server; where that cannot be, no room is kept for the button.
  if (!navigator.geolocation || !isSecureContext || location.protocol === 'file:') {
    button.remove();
    if (note) note.remove();
    return;
  }
  var told = document.querySelector('[data-near-told]');
  var list = document.querySelector('[data-near-found]');
  var html = document.documentElement;
  var MOST = 10;
  var RAD = Math.PI / 180;
  function say(text) { told.textContent = text; }
  function meters(a, b) {
    var h = Math.pow(Math.sin((b[0] - a[0]) * RAD / 2), 2) +
      Math.cos(a[0] * RAD) * Math.cos(b[0] * RAD) * Math.pow(Math.sin((b[1] - a[1]) * RAD / 2), 2);
    return 2 * 6371008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
  }
  function side(a, b) {
    var east = (b[1] - a[1]) * Math.cos((a[0] + b[0]) / 2 * RAD);
    return (Math.round(Math.atan2(east, b[0] - a[0]) / RAD / 45) + 8) % 8;
  }
  function far(m) {
    if (m < 995) return Math.round(m / 10) * 10 + '\u00a0m';
    return (m / 1000).toLocaleString(html.lang, { maximumFractionDigits: m < 10000 ? 1 : 0 }) + '\u00a0km';
  }
  function read(path) {
    return fetch(new URL(path, v.root)).then(function (response) {
      if (!response.ok) throw new Error(path);
      return response.json();
    });
  }
  // A piece is a square: [latitude and longitude of its south-west corner, side, name].
  function distance(here, piece) {
    var lat = Math.min(Math.max(here[0], piece[0]), piece[0] + piece[2]);
    var lon = Math.min(Math.max(here[1], piece[1]), piece[1] + piece[2]);
    return meters(here, [lat, lon]);
  }
  function show(here, found) {
    list.textContent = '';
    found.slice(0, MOST).forEach(function (one) {
      var line = document.createElement('li');
      var link = document.createElement('a');
      link.href = new URL(one.row[1], v.root);
      link.textContent = one.row[0];
      if (one.row[4]) link.lang = one.row[4];
      var small = document.createElement('small');
      var words = button.dataset.compass.split('|');
      small.textContent = button.dataset.away.replace('{far}', far(one.far)).replace('{side}', words[side(here, [one.row[2], one.row[3]])]);
      line.appendChild(link);
      line.appendChild(small);
      list.appendChild(line);
    });
    say(found.length ? told.dataset.found.replace('{n}', Math.min(found.length, MOST)) : told.dataset.none);
  }
  function around(here) {
    return read(button.dataset.nearMe).then(function (pieces) {
      var left = pieces.map(function (piece) { return { far: distance(here, piece), name: piece[3] }; });
      left.sort(function (a, b) { return a.far - b.far; });
      var found = [];
      function next() {
        // Nothing in the pieces that are left can be nearer than the last of those that are shown.
        if (!left.length || (found.length >= MOST && found[MOST - 1].far <= left[0].far)) return show(here, found);
        return read(left.shift().name).then(function (rows) {
          found = found.concat(rows.map(function (row) { return { row: row, far: meters(here, [row[2], row[3]]) }; }));
          found.sort(function (a, b) { return a.far - b.far; });
          return next();
        });
      }
      return next();
    });
  }
  button.hidden = false;
  if (note) note.hidden = false;
  button.addEventListener('click', function () {
    say(told.dataset.asking);
    navigator.geolocation.getCurrentPosition(function (position) {
      around([position.coords.latitude, position.coords.longitude]).catch(function () { say(told.dataset.offline); });
    }, function () { say(told.dataset.refused); }, { maximumAge: 60000, timeout: 15000 });
  });
})();
