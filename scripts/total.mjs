import { main } from './main.mjs';
import { addUp, closingLine, reports } from './reports.mjs';

/** Closes a build: the sum of all reports, and failure if a test failed or none ran. */
await main(async () => {
  const total = await addUp(Object.values(reports));
  console.log(closingLine(total));
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});
