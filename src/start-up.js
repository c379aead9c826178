/*
 * The start-up check. The build writes it into the page itself: it needs no request, runs before the app, and runs in
 * browsers that cannot parse the app, so it is plain ES5. It names what the browser lacks, and what to do where the app
 * did not arrive or threw at its start, so that the page is never empty. `words` are those of `texts/en/start-up.ts`.
 */
// oxlint-disable-next-line no-unused-expressions -- the build calls it with the words
(function (words) {
  'use strict';

  /** How often it looks whether the app shows a screen, ms. */
  var lookEvery = 250;
  /** How long the app may take before its start is called slow, and how long "Try again" waits at most, ms. */
  var patience = 20000;

  /** What is shown: nothing, `missing`, a kind of failure, or `trying`. */
  var shown = '';
  var panel = null;
  /** What the browser has reported last. */
  var report = '';
  var begun = new Date().getTime();
  var looking = 0;

  function has(name) {
    return typeof window[name] !== 'undefined';
  }

  function hasWebgl() {
    try {
      return !!document.createElement('canvas').getContext('webgl2');
    } catch (error) {
      report = String(error);
      return false;
    }
  }

  /** The parts without which nothing works, in words. */
  function missingParts() {
    var parts = words.missing.parts;
    var found = [];
    if (!('noModule' in document.createElement('script'))) found.push(parts.modules);
    if (!has('Worker')) found.push(parts.worker);
    if (!has('OffscreenCanvas') || !has('createImageBitmap')) found.push(parts.pictures);
    if (!has('WebAssembly') && !hasWebgl()) found.push(parts.compute);
    return found;
  }

  function remove(node) {
    if (node && node.parentNode) node.parentNode.removeChild(node);
  }

  function app() {
    return document.getElementsByTagName('limber-app')[0];
  }

  /** Whether the app shows a screen. */
  function isStarted() {
    var root = app() && app().shadowRoot;
    var screen = root && root.firstElementChild;
    if (!screen) return false;
    return screen.tagName.indexOf('-') < 0 || !!(screen.shadowRoot && screen.shadowRoot.firstElementChild);
  }

  function add(parent, tag, text) {
    var element = document.createElement(tag);
    if (text) element.appendChild(document.createTextNode(text));
    parent.appendChild(element);
    return element;
  }

  function addList(tag, lines) {
    var list = add(panel, tag);
    for (var i = 0; i < lines.length; i += 1) add(list, 'li', lines[i]);
  }

  function clear() {
    remove(panel);
    // The words for a page without this check.
    if (app()) remove(app().getElementsByTagName('p')[0]);
  }

  function show(kind, title, text) {
    clear();
    shown = kind;
    panel = document.createElement('div');
    panel.className = 'start-up';
    panel.setAttribute('role', 'alert');
    add(panel, 'h1', title);
    add(panel, 'p', text);
    document.body.insertBefore(panel, document.body.firstChild);
  }

  function showMissing(parts) {
    show('missing', words.missing.title, words.missing.whatToDo);
    addList('ul', parts);
    addList('ol', words.missing.steps);
    // Nothing that cannot work is offered.
    remove(app());
  }

  function showFailed(kind) {
    if (isStarted() || (shown && shown !== 'slow')) return;
    show(kind, words.failed[kind].title, words.failed[kind].why);
    addList('ol', words.steps);
    var button = add(panel, 'button', words.again);
    button.type = 'button';
    button.onclick = tryAgain;
    if (report) add(panel, 'p', words.report + ': ' + report).className = 'report';
  }

  /** The addresses of the page and of all code and styles that it has requested from its own origin. */
  function requested() {
    var found = [location.href.split('#')[0]];
    function note(address) {
      var isOwn = address && address.indexOf(location.protocol + '//' + location.host + '/') === 0;
      if (isOwn && found.indexOf(address) < 0) found.push(address);
    }
    var nodes = document.querySelectorAll('script[src], link[rel=stylesheet], link[rel=modulepreload]');
    for (var i = 0; i < nodes.length; i += 1) note(nodes[i].src || nodes[i].href);
    var entries = performance.getEntriesByType('resource');
    for (var k = 0; k < entries.length; k += 1) if (/\.(js|css)(\?|$)/.test(entries[k].name)) note(entries[k].name);
    return found;
  }

  /** Lets a newer version take over, which an app that does not start cannot offer. */
  function renewWorker() {
    if (!navigator.serviceWorker) return Promise.resolve();
    function activate(registration) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a service worker takes none
      if (registration.waiting) registration.waiting.postMessage({ type: 'activate' });
    }
    function installed(registration) {
      var coming = registration.installing;
      if (!coming) return registration;
      return new Promise(function (done) {
        coming.onstatechange = function () {
          if (coming.state !== 'installing') done(registration);
        };
      });
    }
    return navigator.serviceWorker.getRegistration().then(function (registration) {
      return registration && registration.update().then(installed).then(activate);
    });
  }

  /** Fetches a file past the browser's cache, which keeps a wrong response. */
  function renew(address) {
    return fetch(address, { cache: 'reload' }).then(function (response) {
      // The cache keeps only what was read to its end.
      return response.text();
    });
  }

  function ignore() {}

  function renewAll() {
    var fetches = requested().map(function (address) {
      return renew(address).then(ignore, ignore);
    });
    return Promise.all(fetches);
  }

  /** Fetches everything once more, then loads the page again. */
  function tryAgain() {
    function load() {
      location.reload();
    }
    show('trying', words.failed.arrived.title, words.trying);
    if (!has('fetch') || !has('Promise')) return load();
    setTimeout(load, patience);
    renewWorker().then(ignore, ignore).then(renewAll).then(load, load);
  }

  /** A line above the app where there is no camera: what works instead. */
  function showNote() {
    if (navigator.mediaDevices && navigator.mediaDevices.getUserMedia) return;
    var kind = has('isSecureContext') && !window.isSecureContext ? 'insecure' : 'absent';
    var note = document.createElement('p');
    note.className = 'start-up-note';
    note.appendChild(document.createTextNode(words.camera[kind]));
    document.body.insertBefore(note, document.body.firstChild);
  }

  function look() {
    if (isStarted()) {
      clearInterval(looking);
      clear();
      showNote();
    } else if (new Date().getTime() - begun > patience) {
      showFailed('slow');
    }
  }

  /** A script of the app that did not arrive, or an error in one that did. */
  function onError(event) {
    var target = event.target;
    if (target && target.tagName === 'SCRIPT') {
      report = target.src;
      showFailed('arrived');
    } else if (event.filename && event.filename.indexOf(location.host) > 0) {
      report = event.message;
      showFailed('threw');
    }
  }

  function onRejection(event) {
    report = String(event.reason);
  }

  function start() {
    var parts = missingParts();
    if (parts.length > 0) return showMissing(parts);
    looking = setInterval(look, lookEvery);
    window.addEventListener('error', onError, true);
    window.addEventListener('unhandledrejection', onRejection);
    window.addEventListener('load', function () {
      // The app shows its first screen in a task after its code has run.
      setTimeout(function () {
        showFailed('threw');
      }, 4 * lookEvery);
    });
  }

  start();
});
