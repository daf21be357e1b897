import { type Fleet, titleOf } from '@sphera/plugin-fleet-common';

const list = new Intl.ListFormat('en');

/** `Frankfurt, Virginia, and Sydney`: names of regions as people read them. */
export function regionsInWords(fleet: Fleet, names: readonly string[]): string {
  return list.format(names.map(name => titleOf(fleet.regions, name)));
}
