// Writes what the network page takes from npm into a folder: one script a bundle, the WebAssembly file as it was published,
// the licence of each package in them, and packages.json, which says what is in which file.
//   npm ci --ignore-scripts && node build.mjs ../../src/kg/view/vendor
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const BUNDLES = { "d3.js": "vendor", "oxigraph.js": "oxigraph" };

// One script in a scope of its own, under one global name.
async function bundle(entry, globalName) {
  const made = await build({
    entryPoints: [join(here, entry)], absWorkingDir: here, bundle: true, format: "iife", globalName, target: "es2022",
    minify: true, legalComments: "none", charset: "utf8", metafile: true, write: false, logLevel: "error",
    define: { "import.meta.url": '"about:blank"' },
  });
  const inputs = Object.values(made.metafile.outputs)[0].inputs;
  const used = Object.keys(inputs).filter((path) => inputs[path].bytesInOutput > 0);
  return { text: made.outputFiles[0].text, packages: packagesOf(used) };
}

function packagesOf(paths) {
  const names = paths.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)).filter((match) => match !== null);
  return [...new Set(names.map((match) => match[1]))].sort();
}

function described(name) {
  const { version, license } = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));
  return { name, version, licence: license };
}

// The licence that the package brings; where it brings none, the one kept in licences/.
function licence(name) {
  try {
    return readFileSync(join(modules, name, "LICENSE"), "utf8");
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return readFileSync(join(here, "licences", `${name}.txt`), "utf8");
  }
}

// What the licences ask to stand in every copy, at the head of the bundle: so the page that holds it carries it too.
function notice(packages) {
  const names = packages.map(described).map((one) => `${one.name} ${one.version} (${one.licence})`).join(", ");
  const texts = [...new Set(packages.map((name) => licence(name).trim()))];
  return `/*! ${names}\n\n${texts.join("\n\n").replaceAll("*/", "* /")}\n*/\n`;
}

async function main(folder) {
  rmSync(join(folder, "licences"), { recursive: true, force: true });
  mkdirSync(join(folder, "licences"), { recursive: true });
  const files = {};
  for (const [file, globalName] of Object.entries(BUNDLES)) {
    const { text, packages } = await bundle(file, globalName);
    writeFileSync(join(folder, file), `${notice(packages)}${text}`);
    for (const name of packages) writeFileSync(join(folder, "licences", `${name}.txt`), licence(name));
    files[file] = packages.map(described);
  }
  copyFileSync(join(modules, "oxigraph", "web_bg.wasm"), join(folder, "oxigraph.wasm"));
  files["oxigraph.wasm"] = [described("oxigraph")];
  writeFileSync(join(folder, "packages.json"), `${JSON.stringify(files, null, 2)}\n`);
}

await main(process.argv[2]);
