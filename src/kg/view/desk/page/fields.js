// The fields of a named query's form.
import { make } from "./dom.js";
import { namesFor, namesLike } from "./form.js";
import { given, word } from "./words.js";

const OFFERED_NAMES = 50;
const INPUT_TYPES = { date: "date", integer: "number" };

// A parameter in the reader's language; one that has no words there keeps its name.
export function labelOfParameter(name) {
  const path = `sparql.parameters.${name}`;
  const found = word(path);
  return found === path ? name : found;
}

// A field with its label. `hands`: { values, submit(), failed(error) }; what is written goes into `values`.
export function valueField(parameter, hands) {
  const id = `sparql-value-${parameter.name}`;
  const label = labelOfParameter(parameter.name);
  const isOptional = parameter.default !== null && parameter.type !== "language";
  const input = parameter.type === "language" ? languageSelect(parameter, id, hands) : valueInput(parameter, id, hands);
  const list = parameter.names === undefined ? null : make("datalist", { id: `${id}-names` });
  if (list !== null) offerNames(parameter, input, list, hands);
  return make("p", {}, make("label", { for: id }, isOptional ? word("sparql.optional", { label }) : label), input, list);
}

function languageSelect(parameter, id, { values }) {
  const options = given.languages.map((one) => make("option", { value: one, selected: values[parameter.name] === one }, word(`sparql.languages.${one}`)));
  const select = make("select", { id, change: () => { values[parameter.name] = select.value; } }, options);
  return select;
}

function valueInput(parameter, id, { values, submit }) {
  const input = make("input", {
    id, type: INPUT_TYPES[parameter.type] || "text", placeholder: parameter.example, autocomplete: "off", spellcheck: "false",
    "aria-required": String(parameter.default === null), list: parameter.names === undefined ? null : `${id}-names`,
    input: () => { values[parameter.name] = input.value; },
    keydown: (event) => { if (event.key === "Enter") { event.preventDefault(); submit(); } },
  });
  input.value = values[parameter.name] || "";
  return input;
}

// The names that go with what is typed, from the graph.
function offerNames(parameter, input, list, { failed }) {
  const offer = async () => {
    try {
      const found = namesLike(await namesFor(parameter), input.value, OFFERED_NAMES);
      list.replaceChildren(...found.map((name) => make("option", { value: name })));
    } catch (error) {
      failed(error);
    }
  };
  input.addEventListener("focus", offer);
  input.addEventListener("input", offer);
}
