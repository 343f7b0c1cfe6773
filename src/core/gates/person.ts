/** A person as git names them: `Name <e-mail>`. */
interface Person {
  readonly name: string;
  /** Lower case; empty where none is given. */
  readonly email: string;
}

const LONGEST = 500;

/** Reads `Name <e-mail>`, an e-mail address or a name. */
function readPerson(text: string): Person {
  const line = text.slice(0, LONGEST).trim();
  const open = line.lastIndexOf('<');
  if (open >= 0 && line.endsWith('>'))
    return {
      name: line.slice(0, open).trim(),
      email: line
        .slice(open + 1, -1)
        .trim()
        .toLowerCase(),
    };
  return line.includes('@') && !/\s/.test(line)
    ? { name: '', email: line.toLowerCase() }
    : { name: line, email: '' };
}

/** True if both texts name one person: by e-mail where both have one, else by name. */
export function isSamePerson(one: string, other: string): boolean {
  const [a, b] = [readPerson(one), readPerson(other)];
  if (a.email !== '' && b.email !== '') return a.email === b.email;
  return a.name !== '' && fold(a.name) === fold(b.name);
}

/**
 * True if a pattern of the policy means this person. One with `@` is held against the e-mail address alone, any other against the
 * name, so that nobody passes by calling themselves an address; `*` stands for anything.
 */
export function meansPerson(pattern: string, person: string): boolean {
  const wanted = readPerson(pattern);
  const { name, email } = readPerson(person);
  if (wanted.email !== '' && !matches(wanted.email, email)) return false;
  if (wanted.name !== '' && !matches(fold(wanted.name), fold(name))) return false;
  return wanted.email !== '' || wanted.name !== '';
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
}

/** Matched piece by piece from the left, so that no pattern takes long. */
function matches(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return text === pattern;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
