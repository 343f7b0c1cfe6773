// Writes every mail of the sample month to artifacts/mails/, one file each, to be looked at.
import { mkdirSync, writeFileSync } from 'node:fs';
import { sampleMonth } from '../src/sample-month.ts';

mkdirSync('artifacts/mails', { recursive: true });
for (const { key, to, subject, text } of sampleMonth().outbox.mails) {
  const path = `artifacts/mails/${key.replace(/\W+/g, '-').toLowerCase()}.txt`;
  writeFileSync(path, `To: ${to}\nSubject: ${subject}\n\n${text}`);
  console.log(path);
}
