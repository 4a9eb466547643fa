/**
 * Notes what every worker of the page is asked and answers, and when. Runs before the page's own scripts.
 *
 * `workerLog.made` is when the last worker was made; `replies` are in order, each with when it was asked for;
 * `nextReply(type)` waits for one of a type. A bare worker asks for nothing and sends its result alone.
 */
window.workerLog = { made: 0, requests: [], replies: [], waiting: [] };

window.nextReply = (type) => {
  return new Promise((resolve, reject) => {
    workerLog.waiting.push({ type, resolve });
    setTimeout(reject, 120_000, new Error(`no reply to "${type}" in two minutes`));
  });
};

window.Worker = class extends Worker {
  constructor(...parameters) {
    workerLog.made = performance.now();
    super(...parameters);
    const asked = new Map();
    this.post = super.postMessage.bind(this);
    this.postMessage = (request) => {
      workerLog.requests.push(request);
      asked.set(request.id, { type: request.type, asked: performance.now() });
      this.post(request);
    };
    this.addEventListener('message', ({ data }) => {
      if (data.type === 'status') return;
      const question = asked.get(data.id) ?? { type: 'bare', asked: workerLog.made };
      const reply = { ...question, replied: performance.now(), ok: data.ok ?? true, result: data.result };
      workerLog.replies.push(reply);
      const isFor = (waiting) => waiting.type === question.type;
      for (const waiting of workerLog.waiting.filter(isFor)) waiting.resolve(reply);
      workerLog.waiting = workerLog.waiting.filter((waiting) => !isFor(waiting));
    });
  }
};
