const folder = new URL(`${new URLSearchParams(self.location.search).get('runtime')}/`, self.location.href);
const { loadPyodide } = await import(`${folder}pyodide.mjs`);
const pyodide = await loadPyodide({ indexURL: folder.href });
self.postMessage({ result: pyodide.runPython('1 + 1') });
