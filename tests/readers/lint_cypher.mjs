// What the parser and the semantic analysis of Neo4j, which @neo4j-cypher/language-support holds compiled, say of Cypher 5 statements.
// Reads JSON: statements {name: {text, parameters: [name]}}, labels, relationshipTypes, patterns [{from, to, relType}],
// propertyKeys {label or type: [name]}. Writes JSON: [{name, line, column, severity, message}], lines and columns from 1.
import { readFileSync } from "node:fs";
import { testData } from "@neo4j-cypher/language-support";

// The package does not export its parse tree or the bare analysis; its version is pinned, so these files stay where they are.
const INSIDE = "./node_modules/@neo4j-cypher/language-support/dist/esm/project/language-support/src";
const { createParsingResult } = await import(`${INSIDE}/cypherLanguageService.js`);
const { lintCypherQueryWithParsingResult } = await import(`${INSIDE}/syntaxValidation/syntaxValidation.js`);
const { analyzeQuery } = await import(`${INSIDE}/syntaxValidation/semanticAnalysis.js`);

const asked = JSON.parse(readFileSync(0, "utf8"));
const CYPHER = "CYPHER 5";
// Console commands (:param) are for a console; a driver does not take them.
const OPTIONS = { consoleCommandsEnabled: false };

// The functions and procedures of a server come with the package, as its test data. Kept are those of every Neo4j 5: no plugins
// (APOC, GDS), nothing of composite databases, nothing later than 5.
const shipped = (registry, kept) => ({ [CYPHER]: Object.fromEntries(Object.entries(registry[CYPHER]).filter(([, one]) => kept(one))) });

// Each field turns one check on. Not propertyKeys: the package passes over patterns without a variable ([:LEADS {key: …}]),
// UNWIND, and keys that another label has; unknownKeys looks at all of them.
const schema = {
  defaultLanguage: CYPHER,
  labels: asked.labels,
  relationshipTypes: asked.relationshipTypes,
  graphSchema: asked.patterns,
  functions: shipped(testData.mockSchema.functions, ({ name, isBuiltIn }) => isBuiltIn && !/^(graph|db)\./.test(name)),
  procedures: shipped(testData.mockSchema.procedures, ({ name }) => /^(db|dbms)\./.test(name)),
};

const ruleOf = (node) => node?.constructor.name.replace(/Context$/, "");

function* within(node, rule) {
  if (ruleOf(node) === rule) yield node;
  for (const child of node.children ?? []) yield* within(child, rule);
}

// The labels or types that a symbol may have; null where that is open (none given, a negation).
function labelsOf({ value, condition, children }) {
  if (value !== undefined) return [value];
  const each = children.map(labelsOf);
  const open = condition === "and" ? !each.some(Boolean) : condition !== "or" || each.includes(null);
  return open ? null : each.filter(Boolean).flat();
}

const ofVariable = (variable, symbols) => symbols.find((symbol) => symbol.references.includes(variable.start.start));

function ofPattern(pattern, symbols) {
  const variable = pattern.variable();
  if (variable) return ofVariable(variable, symbols);
  return symbols.find(({ definitionPosition: at }) => pattern.start.start <= at && at <= pattern.stop.stop);
}

// The symbol that a key is looked up on; "any" where it is a node or relationship without one, null where it is a key of a map.
function ownerOf(key, symbols) {
  const holder = key.parent.parent;
  switch (ruleOf(holder)) {
    case "Properties": // (n {key: …}), [:TYPE {key: …}]
      return ofPattern(holder.parent, symbols) ?? "any";
    case "PropertyPostfix": { // n.key, head(nodes).key; what follows a first key is no property of a node
      const whole = holder.parent;
      if (whole.children[1] !== holder) return null;
      const variable = whole.expression1().variable();
      return variable ? ofVariable(variable, symbols) ?? "any" : whole.expression1().functionInvocation() ? "any" : null;
    }
    case "MapProjectionElement": // n {.key}, and not n {key: …}
      return ruleOf(key.parent) === "Property" ? ofVariable(holder.parent.variable(), symbols) ?? "any" : null;
    case "PropertyList": // CREATE CONSTRAINT … REQUIRE n.key
    case "EnclosedPropertyList":
      return "any";
    default:
      return null;
  }
}

function* unknownKeys(tree, symbols) {
  for (const key of within(tree, "PropertyKeyName")) {
    const owner = ownerOf(key, symbols);
    const types = owner === "any" ? ["Node"] : (owner?.types ?? []);
    // A list of relationships ([:TYPE*1..3 {key: …}]) is asked like each of them.
    if (!types.some((type) => /^(List<)?(Node|Relationship)>?$/.test(type))) continue;
    const labels = (owner.labels && labelsOf(owner.labels)) ?? Object.keys(asked.propertyKeys);
    const name = key.getText().replace(/^`|`$/g, "");
    if (labels.some((label) => asked.propertyKeys[label]?.includes(name))) continue;
    const whose = labels.length < Object.keys(asked.propertyKeys).length ? labels.join(", ") : "the graph";
    yield { at: { line: key.start.line - 1, character: key.start.column }, message: `Property ${name} is not in the schema of ${whose}.` };
  }
}

function* lint({ text, parameters }) {
  const parsingResult = createParsingResult(text, OPTIONS);
  const known = { ...schema, parameters: Object.fromEntries(parameters.map((name) => [name, ""])) };
  const { diagnostics, symbolTables } = lintCypherQueryWithParsingResult(text, known, { ...OPTIONS, parsingResult });
  for (const one of diagnostics) yield { at: one.range.start, severity: one.severity === 1 ? "error" : "warning", message: one.message };
  for (const [place, parsed] of parsingResult.statementsParsing.entries()) {
    const at = { line: parsed.ctx.start.line - 1, character: parsed.ctx.start.column };
    if (parsed.cypherVersion && parsed.cypherVersion !== CYPHER) yield { at, severity: "error", message: `${parsed.cypherVersion} is not in Neo4j 5.` };
    for (const one of unknownKeys(parsed.ctx, symbolTables[place])) yield { ...one, severity: "warning" };
    try {
      // The package swallows what its analysis throws, and then knows no symbol and finds nothing.
      if (parsed.command.type === "cypher" && !symbolTables[place].length) analyzeQuery(parsed.command.statement, CYPHER);
    } catch (fault) {
      yield { at, severity: "error", message: `The semantic analysis failed: ${fault}` };
    }
  }
}

const found = Object.entries(asked.statements).flatMap(([name, statement]) =>
  [...lint(statement)].map(({ at, severity, message }) => ({ name, line: at.line + 1, column: at.character + 1, severity, message })),
);
console.log(JSON.stringify(found));
