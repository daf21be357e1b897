/**
 * Backstage logs a failed start as an unhandled rejection and then lingers, so
 * whether a start has failed has to be read from the log.
 *
 * @param {string} log of the backend
 * @returns {'failed' | 'doubtful' | undefined} "doubtful": an error that may or may not keep it from starting
 */
export function startTrouble(log) {
  if (/error\S* Unhandled rejection Backend startup failed/.test(plain(log)))
    return 'failed';
  if (/error\S* Unhandled rejection /.test(plain(log))) return 'doubtful';
  return undefined;
}

/**
 * @param {string} log of the backend
 * @returns {string} the one message in it that says why the backend did not start, on one line
 */
export function startFailure(log) {
  const text = plain(log);
  const reason =
    pluginFailure(text) ?? rejection(text) ?? crash(text) ?? lastLine(text);
  return reason.replace(/\s+/g, ' ').trim();
}

/** A plugin's error carries those of what it was made from; the innermost is the cause. */
function pluginFailure(text) {
  const [, chain] =
    /startup failed; caused by ([^]*?)(?:\n  (?:Plugin|Module) '| type="unhandledRejection"|$)/.exec(
      text,
    ) ?? [];
  return chain?.split(/(?:^|, )[A-Za-z]*Error: /).at(-1);
}

function rejection(text) {
  return /error Unhandled rejection ([^]*?)(?: type="unhandledRejection"|\n\d{4}-|$)/.exec(
    text,
  )?.[1];
}

/** What Node.js prints when a module does not load, with the place where it names one. */
function crash(text) {
  const [, message] =
    /^(?:Uncaught )?[A-Za-z]*Error(?: \[\w+\])?: +(.+)/m.exec(text) ?? [];
  const [, inSource, required] =
    /,-\[(.+?)\]|Require stack:\n- (.+)/.exec(text) ?? [];
  const place = inSource ?? required;
  return message && (place ? `${message} (${place})` : message);
}

function lastLine(text) {
  return text.trim().split('\n').at(-1) || 'it ended without a word.';
}

function plain(log) {
  return log.replace(/\u001b\[[0-9;]*m/g, '').replace(/\r/g, '');
}
