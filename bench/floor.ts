// The least that any linter of YAML files does: read them and parse them. Usage: floor.mjs FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

const [, , folder = '.'] = process.argv;
let keys = 0;
for (const name of readdirSync(folder)) {
  if (name.endsWith('.lane.yaml'))
    keys += parseDocument(readFileSync(join(folder, name), 'utf8')).has('lane') ? 1 : 0;
}
console.log(`${keys} lanes`);
