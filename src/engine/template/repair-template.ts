/** Takes the nodes that a check found broken out of a template's tree, and settles names that helpers share with values. */
import { isPlainName } from './check-template.ts';
import { helperNamed } from './helper-documentation.ts';

const nothing = { type: 'NullLiteral', value: null, original: null };

/** Returns the program without broken nodes: statements go, values become null. */
export function repairTemplate(program: hbs.AST.Program, broken: ReadonlySet<hbs.AST.Node>): hbs.AST.Program {
  const repairProgram = (part: hbs.AST.Program): hbs.AST.Program => ({ ...part, body: part.body.flatMap(repairStatement) });

  const repairStatement = (statement: hbs.AST.Statement): readonly hbs.AST.Statement[] => {
    if (broken.has(statement)) return [];
    switch (statement.type) {
      case 'MustacheStatement': {
        const mustache = statement as hbs.AST.MustacheStatement;
        const path = isPlainName(mustache) ? asValue(mustache.path as hbs.AST.PathExpression) : mustache.path;
        return [{ ...repairCall(mustache), path, escaped: true } as hbs.AST.Statement];
      }
      case 'BlockStatement': {
        const block = statement as hbs.AST.BlockStatement;
        return [
          {
            ...repairCall(block),
            program: block.program && repairProgram(block.program),
            inverse: block.inverse && repairProgram(block.inverse),
          } as hbs.AST.Statement,
        ];
      }
      case 'PartialStatement':
        return [repairCall(statement as hbs.AST.PartialStatement)];
      default:
        return [statement];
    }
  };

  const repairCall = <Call extends { params: hbs.AST.Expression[]; hash: hbs.AST.Hash }>(call: Call): Call => ({
    ...call,
    params: call.params.map(repairExpression),
    hash: call.hash && { ...call.hash, pairs: call.hash.pairs.map((pair) => ({ ...pair, value: repairExpression(pair.value) })) },
  });

  const repairExpression = (expression: hbs.AST.Expression): hbs.AST.Expression => {
    if (broken.has(expression)) return { ...nothing, loc: expression.loc };
    return expression.type === 'SubExpression' ? repairCall(expression as hbs.AST.SubExpression) : expression;
  };

  return repairProgram(program);
}

/** Handlebars would call a helper of that name; `this.` says that a value is meant. */
function asValue(path: hbs.AST.PathExpression): hbs.AST.PathExpression {
  return helperNamed(path.original) ? { ...path, original: `this.${path.original}` } : path;
}
