import type { Study } from "../study/study";

/** A row of the tree of the search space. */
export interface SpaceRow {
  readonly kind: "parameter" | "group" | "list" | "case";
  /** The path of the tree's node, with a mark where it is a case. */
  readonly key: string;
  readonly label: string;
  readonly depth: number;
  /** Of a parameter. */
  readonly parameter: number | null;
  /** The parameters in it, itself included. */
  readonly parameters: readonly number[];
  readonly hasChildren: boolean;
}

interface Node {
  readonly segment: string;
  readonly path: string;
  parameter: number | null;
  readonly children: Map<string, Node>;
}

/** The parameters as a tree of their dotted names; what exists under one condition only is a case of its own. */
export function spaceRows(study: Study, collapsed: ReadonlySet<string> = new Set()): readonly SpaceRow[] {
  const root: Node = { segment: "", path: "", parameter: null, children: new Map() };
  study.parameters.forEach((p, index) => (insert(root, segments(p.name)).parameter = index));
  const rows: SpaceRow[] = [];
  walk(root, 0, "");
  return rows;

  /** `prefix` is the place in the list that the node is an item of. */
  function walk(node: Node, depth: number, condition: string, prefix = ""): void {
    for (const [caseCondition, nodes] of byCondition(node.children.values(), condition)) {
      if (caseCondition === condition) {
        nodes.forEach(n => visit(n, depth, condition, prefix));
        continue;
      }
      const parameters = nodes.flatMap(inside);
      const key = `${node.path}?${caseCondition}`;
      // The rows around it say what holds there already.
      const label = condition !== "" && caseCondition.startsWith(`${condition} and `) ? caseCondition.slice(condition.length + 5) : caseCondition;
      rows.push({ kind: "case", key, label, depth, parameter: null, parameters, hasChildren: true });
      if (!collapsed.has(key)) {
        // The case of a choice stands for the node that is named like it: `Optimizer.Adam` is no row of its own.
        nodes.forEach(n => (n.parameter === null && !isItem(n) && prefix === "" ? walk(n, depth + 1, caseCondition) : visit(n, depth + 1, caseCondition, prefix)));
      }
    }
  }

  function visit(node: Node, depth: number, condition: string, prefix: string): void {
    if (isItem(node) && node.parameter === null) {
      walk(node, depth, condition, `${node.segment} `);
      return;
    }
    const hasChildren = node.children.size > 0;
    const items = [...node.children.values()].some(isItem);
    rows.push({
      kind: node.parameter !== null ? "parameter" : items ? "list" : "group",
      key: node.path, label: prefix + node.segment, depth, parameter: node.parameter, parameters: inside(node), hasChildren,
    });
    if (hasChildren && !collapsed.has(node.path)) {
      walk(node, depth + 1, condition);
    }
  }

  function inside(node: Node): number[] {
    return [...(node.parameter === null ? [] : [node.parameter]), ...[...node.children.values()].flatMap(inside)];
  }

  /** In the order of declaration, those of one condition together. A subtree has a condition if all of it shares it. */
  function byCondition(nodes: Iterable<Node>, outer: string): Map<string, Node[]> {
    const groups = new Map<string, Node[]>();
    for (const node of nodes) {
      const shared = sharedCondition(inside(node), outer);
      const group = groups.get(shared);
      if (group === undefined) {
        groups.set(shared, [node]);
      } else {
        group.push(node);
      }
    }
    return groups;
  }

  function sharedCondition(parameters: readonly number[], outer: string): string {
    const conditions = new Set(parameters.map(p => study.parameters[p]!.condition));
    const [first = ""] = conditions;
    if (conditions.size === 1) {
      return first;
    }
    // Deeper conditions start with the one around them: the shortest holds for all if the others go on from it.
    const shortest = [...conditions].reduce((a, b) => (a.length <= b.length ? a : b));
    return shortest !== "" && [...conditions].every(c => c.startsWith(shortest)) ? shortest : outer;
  }
}

function insert(root: Node, parts: readonly string[]): Node {
  let node = root;
  for (const segment of parts) {
    let child = node.children.get(segment);
    if (child === undefined) {
      const path = segment.startsWith("[") || node.path === "" ? node.path + segment : `${node.path}.${segment}`;
      child = { segment, path, parameter: null, children: new Map() };
      node.children.set(segment, child);
    }
    node = child;
  }
  return node;
}

/** `Hidden[0].Units` is `Hidden`, `[0]`, `Units`. */
function segments(name: string): readonly string[] {
  const parts = name.match(/\[[^\]]*\]|[^.[]+/gu) ?? [];
  return parts.join("").replaceAll(".", "").length === name.replaceAll(".", "").length && parts.length > 0 ? parts : [name];
}

const isItem = (node: Node): boolean => node.segment.startsWith("[");
