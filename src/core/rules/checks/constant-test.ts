import type { TestExpression, Word } from 'unbash';

/** The outcome of `test …` or `[ … ]` where it is the same each time; undefined where it depends on anything. */
export function constantTest(words: readonly string[]): boolean | undefined {
  const [name, ...rest] = words;
  if (name !== 'test' && !(name === '[' && rest.at(-1) === ']')) return undefined;
  return evaluate(name === '[' ? rest.slice(0, -1) : rest);
}

/** The outcome of `[[ … ]]` where it is the same each time. */
export function constantExpression(expression: TestExpression): boolean | undefined {
  if (expression.type === 'TestBinary') {
    const words = [expression.left, expression.right].map(plain);
    const [left, right] = words;
    return left === undefined || right === undefined
      ? undefined
      : evaluate([left, expression.operator, right]);
  }
  const operand = expression.type === 'TestUnary' ? plain(expression.operand) : undefined;
  return expression.type === 'TestUnary' && operand !== undefined
    ? evaluate([expression.operator, operand])
    : undefined;
}

function plain({ text, value }: Word): string | undefined {
  return /^[\w.-]+$/.test(text) ? value : undefined;
}

function evaluate(args: readonly string[]): boolean | undefined {
  if (args[0] === '!' && args.length > 1) {
    const rest = evaluate(args.slice(1));
    return rest === undefined ? undefined : !rest;
  }
  const [first = '', operator = '', second = ''] = args;
  if (args.length === 1) return first !== '';
  if (args.length === 2)
    return first === '-n' ? operator !== '' : first === '-z' ? operator === '' : undefined;
  return args.length === 3 ? compare(first, operator, second) : undefined;
}

function compare(left: string, operator: string, right: string): boolean | undefined {
  switch (operator) {
    case '=':
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '-eq':
      return Number(left) === Number(right);
    case '-ne':
      return Number(left) !== Number(right);
    case '-lt':
      return Number(left) < Number(right);
    case '-le':
      return Number(left) <= Number(right);
    case '-gt':
      return Number(left) > Number(right);
    case '-ge':
      return Number(left) >= Number(right);
    default:
      return undefined;
  }
}
