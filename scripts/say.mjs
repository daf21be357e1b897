/**
 * A failure that one sentence explains. It is printed without a stack trace,
 * so the sentence has to say what is wrong and what to do about it.
 */
export class Stop extends Error {}

/** Thrown out of whatever is running once the user has asked the script to end. */
export class Interrupted extends Error {}

const tint = code => text =>
  process.stdout.isTTY ? `\u001b[${code}m${text}\u001b[0m` : text;

const bold = tint(1);
const dim = tint(2);
const red = tint(31);

/** Prints what is being done now. */
export function step(text) {
  console.log(`${bold('▸')} ${text}`);
}

/** Prints a detail of the current step. */
export function note(text) {
  console.log(dim(`  ${text}`));
}

/** Prints the name of a part of a longer run. */
export function heading(text) {
  console.log(`\n${bold(`── ${text} ──`)}`);
}

/** Prints the lines that matter most, set apart from the rest. */
export function banner(lines) {
  console.log(['', ...lines.map(line => `   ${line}`), ''].join('\n'));
}

/** Prints the sentence that explains a failure. */
export function complain(text) {
  console.error(`${red('✗')} ${text}`);
}

/**
 * @param {number} milliseconds
 * @returns {string} "4 s" or "1 min 32 s"
 */
export function duration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  return minutes ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
