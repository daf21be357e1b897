import { coAuthor } from '../people/coAuthor';

/** The trailer by which a promotion is known again: the environment that the version came from. */
export const PROMOTED_FROM = 'Sphera-Promoted-From';

const one = (text: string) => text.replace(/\s+/g, ' ').trim();

/** First line of the commit, and title of a pull request: `Promote quotes 4.12.1 from staging to production`. */
export const promotionSubject = (promotion: {
  name: string;
  version: string;
  from: string;
  to: string;
}): string =>
  `Promote ${promotion.name} ${promotion.version} from ${promotion.from} to ${promotion.to}`;

/** What follows the subject: why, and trailers by which sphera finds its own commits. */
export function promotionBody(promotion: {
  id: string;
  from: string;
  version: string;
  reason: string;
  author: { name: string; email?: string };
}): string {
  const trailers: Array<[string, string | undefined]> = [
    ['Sphera-Operation', promotion.id],
    [PROMOTED_FROM, promotion.from],
    ['Sphera-Promoted-Version', promotion.version],
    ['Co-authored-by', coAuthor(promotion.author)],
  ];
  const lines = trailers.flatMap(([key, value]) =>
    value === undefined ? [] : `${key}: ${one(value)}`,
  );
  return `${promotion.reason.trim()}\n\n${lines.join('\n')}\n`;
}
