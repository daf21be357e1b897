import type { Random } from '@sphera/dev-fleet';

const ODD = ['', '', '\n', '{', '}', '"', "'", ':', '&', '*', '- ', '#', '\t'];

/** A text in which up to three characters are lost or replaced, or odd ones put in. */
export function damage(text: string, random: Random): string {
  let damaged = text;
  for (let nth = 0; nth < 3; nth++) {
    const place = Math.floor(random() * damaged.length);
    damaged =
      damaged.slice(0, place) +
      ODD[Math.floor(random() * ODD.length)] +
      damaged.slice(place + Math.floor(random() * 2));
  }
  return damaged;
}
