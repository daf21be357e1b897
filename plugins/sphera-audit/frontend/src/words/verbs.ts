const IRREGULAR: Record<string, string> = {
  begin: 'began',
  freeze: 'froze',
  make: 'made',
  put: 'put',
  roll: 'rolled',
  run: 'ran',
  send: 'sent',
  set: 'set',
  take: 'took',
  unfreeze: 'unfroze',
  write: 'wrote',
};
const DOUBLED = /^(drop|map|pin|plan|ship|stop|tag|unpin|wrap)$/;

/** An English verb in the past: `lock` is `locked`, `freeze` is `froze`. */
export function past(verb: string): string {
  if (IRREGULAR[verb]) return IRREGULAR[verb];
  if (DOUBLED.test(verb)) return `${verb}${verb.slice(-1)}ed`;
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${verb}ed`;
}
