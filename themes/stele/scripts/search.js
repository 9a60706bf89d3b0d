// Finds entries by name while the visitor types: with tone marks, without them, with one letter wrong. The index is read
// when the field is used; it comes as scripts, so that a folder on a USB stick works as well as a server.
(function () {
  'use strict';
  var form = document.querySelector('form[data-search]');
  if (!form) return;
  var field = form.querySelector('input');
  var told = form.querySelector('[role=status]');
  var filters = form.querySelector('[data-kinds]');
  var list = document.querySelector('[data-found]');
  var root = new URL(document.documentElement.dataset.root || './', location.href);
  var code = form.dataset.search;
  var home = new URL(code + '/', root);
  var start = 'search/' + code + '.js';
  var MOST = 60;
  // The rank of names that have a letter wrong: shown only when there are no others.
  var NEAR = 9;
  var index = null;
  var pieces = {};
  var loading = {};
  var kind = -1;
  var edition = 0;

  // Letters that have no mark to take away.
  var PLAIN = { 'đ': 'd', 'ð': 'd', 'ƀ': 'b', 'ł': 'l', 'ø': 'o', 'ß': 'ss', 'æ': 'ae', 'œ': 'oe' };
  function exact(text) { return text.normalize('NFC').toLowerCase(); }
  function fold(text) {
    return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f'’ʼ]/g, '')
      .replace(/[đðƀłøßæœ]/g, function (c) { return PLAIN[c]; });
  }
  function words(text) { return text.split(/[^\p{L}\p{N}]+/u).filter(Boolean); }

  function prepare(row) {
    var names = [row[0]].concat(row[2] ? row[2].split('|') : []);
    return {
      title: row[0], lang: row[1], others: names.slice(1), path: row[3], kind: row[4],
      exact: names.map(exact), plain: names.map(fold),
      words: words(fold(names.join(' ')))
    };
  }

  // The files call this.
  window.vanbiaSearch = function (what) {
    var script = document.currentScript;
    if (script && script.dataset.edition !== String(edition)) return;
    if (what.piece) {
      pieces[what.piece] = what.rows.map(prepare);
    } else {
      index = { labels: what.labels, kinds: what.kinds, pieces: what.pieces };
      if (what.rows) pieces[''] = what.rows.map(prepare);
    }
    look();
  };
  function load(path) {
    if (loading[path]) return;
    loading[path] = true;
    var script = document.createElement('script');
    script.src = new URL(path + (edition ? '?' + edition : ''), root);
    script.dataset.edition = edition;
    script.onerror = function () {
      if (script.dataset.edition !== String(edition)) return;
      loading[path] = false;
      cover(false);
      told.textContent = told.dataset.offline;
    };
    document.head.appendChild(script);
  }

  // The pieces in which entries with these words may stand, the rarest word's first; behind them those of words that have
  // one letter wrong at their beginning.
  function piecesOf(tokens) {
    var own = [];
    var near = [];
    tokens.forEach(function (token) {
      for (var n = Math.min(3, token.length); n > 0; n--) {
        var key = token.slice(0, n);
        if (index.pieces[key]) { own.push(key); break; }
      }
      if (token.length < 4) return;
      Object.keys(index.pieces).forEach(function (key) {
        if (key.length > 2 && isNearStart(token, key)) near.push(key);
      });
    });
    function rarest(a, b) { return index.pieces[a][1] - index.pieces[b][1]; }
    return own.sort(rarest).concat(near.sort(rarest)).filter(function (key, i, all) { return all.indexOf(key) === i; }).slice(0, 6);
  }

  // True when one letter more, less, other or changed with its neighbour makes `a` the beginning of `b`.
  function isNear(a, b) {
    if (a.length < 4 || b.length < a.length - 1) return false;
    var i = 0;
    while (i < a.length && i < b.length && a[i] === b[i]) i++;
    if (i === a.length) return true;
    function rest(x, y) { return b.slice(i + y).indexOf(a.slice(i + x)) === 0; }
    return rest(1, 1) || rest(1, 0) || rest(0, 1) ||
      (a[i] === b[i + 1] && a[i + 1] === b[i] && rest(2, 2));
  }

  // True when one letter more, less, other or changed with its neighbour makes `key` the beginning of `token`.
  function isNearStart(token, key) {
    var i = 0;
    while (i < key.length && token[i] === key[i]) i++;
    function rest(x, y) { return token.indexOf(key.slice(i + x), i + y) === i + y; }
    return i < key.length && (rest(1, 1) || rest(1, 0) || rest(0, 1) ||
      (token[i] === key[i + 1] && token[i + 1] === key[i] && rest(2, 2)));
  }

  // True when a word of the name begins what was asked for.
  function hasWord(name, asked) {
    for (var at = name.indexOf(asked); at >= 0; at = name.indexOf(asked, at + 1)) {
      if (!at || !/[\p{L}\p{N}]/u.test(name[at - 1])) return true;
    }
    return false;
  }

  // The better, the lower; -1: not at all.
  function score(row, asked) {
    var i;
    for (i = 0; i < row.exact.length; i++) {
      if (row.exact[i] === asked.exact) return i ? 1 : 0;
    }
    for (i = 0; i < row.plain.length; i++) {
      if (row.plain[i] === asked.plain) return i ? 3 : 2;
    }
    var hasTones = asked.exact !== asked.plain;
    if (hasTones && row.exact[0].indexOf(asked.exact) === 0) return 4;
    if (hasTones && row.exact.some(function (name) { return name.indexOf(asked.exact) >= 0; })) return 5;
    if (row.plain[0].indexOf(asked.plain) === 0) return 6;
    // The title, then other names in the order of the index: those of the place itself, of its parts, of where it is.
    for (i = 0; i < row.plain.length; i++) {
      if (hasWord(row.plain[i], asked.plain)) return 7 + i / 100;
    }
    var worst = 8;
    for (i = 0; i < asked.tokens.length; i++) {
      var token = asked.tokens[i];
      if (row.words.some(function (word) { return word.indexOf(token) === 0; })) continue;
      var isLike = isNear.bind(null, token);
      if (!row.words.some(isLike)) { worst = -1; break; }
      worst = Math.max(worst, words(row.plain[0]).some(isLike) ? NEAR : NEAR + 0.5);
    }
    // In the middle of a word.
    if (worst !== 8 && row.plain.some(function (name) { return name.indexOf(asked.plain) >= 0; })) return 8.5;
    return worst;
  }

  // What was found takes the place of the list by letter; nothing found leaves it there, since it is what to try next.
  function cover(is) { document.documentElement.classList.toggle('finding', is); }

  function look() {
    var text = field.value.trim();
    var asked = { exact: exact(text), plain: fold(text), tokens: words(fold(text)) };
    list.textContent = '';
    // What was told of the text before is no longer true while a piece is on its way.
    told.textContent = '';
    if (!asked.tokens.length) {
      cover(false);
      if (filters) filters.hidden = true;
      return;
    }
    if (!index) { load(start); return; }
    var found = [];
    var isCut = false;
    if (index.pieces) {
      var keys = piecesOf(asked.tokens);
      if (!keys.length && asked.plain.length < 3) { cover(false); told.textContent = told.dataset.more; return; }
      for (var i = 0; i < keys.length && !found.length; i++) {
        if (!pieces[keys[i]]) { load('search/' + code + '/' + index.pieces[keys[i]][0]); return; }
        found = inPiece(keys[i], asked);
        isCut = index.pieces[keys[i]][2] > 0;
      }
    } else {
      found = inPiece('', asked);
    }
    if (found.some(function (one) { return one.rank < NEAR; })) {
      found = found.filter(function (one) { return one.rank < NEAR; });
    }
    found.sort(function (a, b) {
      return a.rank - b.rank || a.row.title.length - b.row.title.length || a.row.title.localeCompare(b.row.title);
    });
    showKinds(found);
    var shown = found.filter(function (one) { return kind < 0 || one.row.kind === kind; });
    told.textContent = shown.length ? told.dataset.count.replace('{n}', shown.length) : told.dataset.none;
    if (isCut && shown.length) told.textContent += '. ' + told.dataset.more;
    cover(shown.length > 0);
    shown.slice(0, MOST).forEach(function (one) { list.appendChild(item(one.row, asked)); });
  }

  function inPiece(key, asked) {
    var found = [];
    pieces[key].forEach(function (row) {
      var rank = score(row, asked);
      if (rank >= 0) found.push({ rank: rank, row: row });
    });
    return found;
  }

  function item(row, asked) {
    var line = document.createElement('li');
    var link = line.appendChild(document.createElement('a'));
    link.href = new URL(row.path, home);
    link.textContent = row.title;
    if (row.lang) link.lang = row.lang;
    var small = document.createElement('small');
    var other = reason(row, asked.tokens);
    small.textContent = ' ' + index.labels[row.kind] + (other ? ' · ' + other : '');
    line.appendChild(small);
    return line;
  }

  // Which other name an entry is here for, whose title lacks some of the words.
  function reason(row, tokens) {
    function has(name, isLike) {
      return function (token) { return words(fold(name)).some(function (word) { return isLike(token, word); }); };
    }
    function begins(token, word) { return word.indexOf(token) === 0; }
    function holds(token, word) { return word.indexOf(token) >= 0; }
    return [begins, holds, isNear].reduce(function (found, isLike) {
      if (found !== null) return found;
      var lacks = tokens.filter(function (token) { return !has(row.title, isLike)(token); });
      if (!lacks.length) return '';
      return row.others.filter(function (name) { return tokens.every(has(name, isLike)); })[0] ||
        row.others.filter(function (name) { return lacks.every(has(name, isLike)); })[0] || null;
    }, null) || '';
  }

  function showKinds(found) {
    if (!filters) return;
    var counts = {};
    found.forEach(function (one) { counts[one.row.kind] = (counts[one.row.kind] || 0) + 1; });
    var keys = Object.keys(counts).map(Number);
    if (kind >= 0 && !counts[kind]) kind = -1;
    filters.hidden = keys.length < 2;
    filters.textContent = '';
    keys.forEach(function (k) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = index.kinds[k] + ' ' + counts[k];
      button.setAttribute('aria-pressed', String(k === kind));
      button.addEventListener('click', function () {
        kind = k === kind ? -1 : k;
        look();
        (filters.querySelector('[aria-pressed=true]') || field).focus();
      });
      filters.appendChild(button);
    });
  }

  // The preview says this when the site was built anew: what was read is of the site before.
  document.addEventListener('vanbia:search', function () {
    if (!index && !loading[start]) return;
    edition++;
    index = null;
    pieces = {};
    loading = {};
    look();
  });

  form.hidden = false;
  field.addEventListener('focus', function () { load(start); });
  field.addEventListener('input', look);
  // Browsers inside other apps load the page anew on the way back; then what was asked for stands in its address.
  list.addEventListener('click', function () {
    try { history.replaceState('found', '', '?q=' + encodeURIComponent(field.value)); } catch (e) { /* from a folder */ }
  });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    var first = list.querySelector('a');
    if (first) first.focus();
  });
  var asked = new URLSearchParams(location.search).get('q');
  if (asked) { field.value = asked; look(); }
  // Whoever tapped the magnifier wants to type. Browsers go to the fragment after this script and take the focus with them,
  // so it is set once more when the page is there, unless the visitor is somewhere else by then.
  function arrive() { if (location.hash === '#tim' && document.activeElement === document.body) field.focus(); }
  window.addEventListener('hashchange', arrive);
  window.addEventListener('load', function () { setTimeout(arrive); });
  document.querySelectorAll('a[href$="#tim"]').forEach(function (link) {
    link.addEventListener('click', function (event) {
      event.preventDefault();
      field.focus();
    });
  });
  if (asked !== null && history.state !== 'found') field.focus();
  arrive();
})();
