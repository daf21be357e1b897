import type { GitPerson } from '../fastImport';

const person = (name: string): GitPerson => ({
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@kestrel-parcels.example`,
});

/** Those of the catalog who deploy, by their name there. */
export const people: Record<string, GitPerson> = {
  dana: person('Dana Okafor'),
  jonas: person('Jonas Weber'),
  mei: person('Mei Lin'),
  priya: person('Priya Raman'),
  lucas: person('Lucas Moreau'),
  sofia: person('Sofia Almeida'),
  tomasz: person('Tomasz Zielinski'),
  aroha: person('Aroha Ngata'),
  samuel: person('Samuel Osei'),
  hannah: person('Hannah Lindqvist'),
  noor: person('Noor Haddad'),
  ken: person('Ken Watanabe'),
};

/** Who is in which team. */
export const teams: Record<string, string[]> = {
  booking: ['dana', 'jonas', 'mei'],
  tracking: ['priya', 'lucas'],
  delivery: ['sofia', 'tomasz', 'aroha'],
  payments: ['samuel', 'hannah'],
  platform: ['noor', 'ken'],
};

/** The pipelines' own account. */
export const releaseBot = person('Release Bot');

/** Whoever merged a pull request on the host's pages is the author; the host itself commits. */
export const host: GitPerson = {
  name: 'GitHub',
  email: 'noreply@kestrel-parcels.example',
};

/** The portal, as its configuration says. */
export const portal: GitPerson = {
  name: 'sphera',
  email: 'sphera@kestrel-parcels.example',
};
