import { searchTeas } from './catalogue/search.ts';
import { TEAS } from './catalogue/teas.ts';
import { formatMoney } from './money.ts';
import { sampleMonth } from './sample-month.ts';

const USAGE = `Usage: npm start -- COMMAND
  teas            all teas with their prices
  search WORDS    the teas that fit
  demo            a sample month: orders, refunds, ledger, mails`;

const [command, ...words] = process.argv.slice(2);

switch (command) {
  case 'teas':
    for (const tea of TEAS) console.log(`${tea.name}: ${formatMoney(tea.centsPer100g)} for 100 g`);
    break;
  case 'search':
    for (const tea of searchTeas(words.join(' ')))
      console.log(`${tea.name} (${tea.kind}). ${tea.description}`);
    break;
  case 'demo':
    demo();
    break;
  default:
    console.error(USAGE);
    process.exitCode = command === undefined ? 0 : 2;
}

function demo(): void {
  const shop = sampleMonth();
  for (const row of shop.ledger.rows) {
    console.log(
      `${row.at.toISOString().slice(0, 10)}  ${row.order}  ${row.account.padEnd(8)} ${formatMoney(row.cents)}`,
    );
  }
  console.log(
    `Balance: ${formatMoney(shop.ledger.balance())}. Mails in the outbox: ${shop.outbox.mails.length}.`,
  );
}
