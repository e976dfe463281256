// What the worker of the page takes from Oxigraph, under the global name `oxigraph`. The WebAssembly file goes beside it.
export { initSync, Store } from "oxigraph/web.js";
