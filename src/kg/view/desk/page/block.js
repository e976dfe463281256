// Blocks of columns, as kg.view.desk.packing writes them: inflated into typed arrays, texts decoded one by one when asked for.
import { inflated } from "./inflating.js";

const ARRAYS = { u1: Uint8Array, u2: Uint16Array, u4: Uint32Array, i4: Int32Array, f4: Float32Array };
const decoder = new TextDecoder();

export class Texts {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
    this.length = at.length - 1;
  }

  get(index) {
    return decoder.decode(this.bytes.subarray(this.at[index], this.at[index + 1]));
  }
}

// A column of lists: `lists.of(i)` is a view on the numbers of item i.
export class Lists {
  constructor(numbers, at) {
    this.numbers = numbers;
    this.at = at;
    this.length = at.length - 1;
  }

  of(index) {
    return this.numbers.subarray(this.at[index], this.at[index + 1]);
  }
}

// The columns of the block that stands in the element, by name, and its plain values under `values`.
export async function readBlock(element) {
  const bytes = inflated(element.textContent.trim());
  element.remove();
  return columns(await bytes);
}

export function columns(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  const header = JSON.parse(decoder.decode(new Uint8Array(buffer, 4, length)));
  const start = Math.ceil((4 + length) / 8) * 8;
  const found = { values: header.values };
  for (const [name, [kind, offset, count]] of Object.entries(header.columns)) {
    if (kind !== "utf8") found[name] = new ARRAYS[kind](buffer, start + offset, count);
  }
  for (const [name, [kind, offset]] of Object.entries(header.columns)) {
    const at = found[`${name}.at`];
    if (kind === "utf8") found[name] = new Texts(new Uint8Array(buffer, start + offset, at[at.length - 1]), at);
    else if (at !== undefined) found[name] = new Lists(found[name], at);
  }
  return found;
}
