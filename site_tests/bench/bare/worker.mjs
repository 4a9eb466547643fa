const address = (path) => new URL(path, self.location.href).href;
const asked = fetch(address('asked.json')).then((response) => response.json());
const { loadPyodide } = await import(address('npm/pyodide.mjs'));
const pyodide = await loadPyodide({
  indexURL: address('npm/'),
  packages: [address('questionnaire_core-1.0-py3-none-any.whl')],
});
const { handle } = pyodide.pyimport('questionnaire_core.bridge');
const { load, evaluate } = await asked;
handle(JSON.stringify({ id: 1, type: 'load', payload: load }));
self.postMessage(JSON.parse(handle(JSON.stringify({ id: 2, type: 'evaluate', payload: evaluate }))));
