/** Pyodide's own files, in the runtime's folder. Pyodide asks for them one after another; we ask for all at once. */

export const RUNTIME_SCRIPTS = ['pyodide.mjs', 'pyodide.asm.mjs'];
export const RUNTIME_WASM = 'pyodide.asm.wasm';
export const RUNTIME_DATA = ['python_stdlib.zip'];
