// The nodes of the drawing that an answer names: as themselves, or as the ends of a tie of which it names a statement.
import { graph, isNode, numberOf, tables } from "./graph.js";

const tieOfStatement = new Map();

// Read when an answer first names something that is no node.
function tieWith(id) {
  if (tieOfStatement.size === 0 && tables.ready) {
    for (let tie = 0; tie < tables.tieStatements.length; tie += 1) {
      for (const statement of tables.tieStatements.of(tie)) tieOfStatement.set(tables.statementIds.get(statement), tie);
    }
  }
  return tieOfStatement.get(id);
}

export function isDrawn(id) {
  return isNode(numberOf(id));
}

export function nodesNamed(ids) {
  const found = new Set();
  for (const id of ids) {
    const tie = isDrawn(id) || !id.startsWith("id:") ? undefined : tieWith(id);
    const nodes = tie === undefined ? [numberOf(id)].filter(isNode) : [graph.source[tie], graph.target[tie]];
    nodes.forEach((node) => found.add(graph.ids.get(node)));
  }
  return [...found];
}
