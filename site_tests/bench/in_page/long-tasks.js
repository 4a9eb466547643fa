/** Notes what keeps the page from answering for more than 50 ms. Runs before the page's own scripts. */
window.longTasks = [];
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) longTasks.push({ startTime, duration });
}).observe({ type: 'longtask', buffered: true });
