/** SQL inside code: the literal parts of templates tagged `sql` or handed to `query`, without what is filled into them. */
import ts from 'typescript';

export interface SqlPart {
  readonly text: string;
  /** Offset in the code. */
  readonly at: number;
}

export function sqlPartsIn(code: string): SqlPart[] {
  const source = ts.createSourceFile('code.tsx', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const parts: SqlPart[] = [];
  const visit = (node: ts.Node): void => {
    const template = sqlTemplateOf(node);
    for (const literal of template ? literalsOf(template) : [])
      parts.push({ text: literal.text, at: literal.getStart() });
    node.forEachChild(visit);
  };
  visit(source);
  return parts;
}

function sqlTemplateOf(node: ts.Node): ts.Node | undefined {
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sql') return node.template;
  if (ts.isCallExpression(node) && /(^|\.)query$/.test(node.expression.getText())) return node.arguments[0];
  return undefined;
}

function literalsOf(template: ts.Node): ts.LiteralLikeNode[] {
  if (ts.isTemplateExpression(template)) return [template.head, ...template.templateSpans.map((span) => span.literal)];
  return ts.isStringLiteralLike(template) ? [template] : [];
}
