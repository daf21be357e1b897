/** What somebody wants to see of the table. */
export interface Question {
  /** Words that must all occur. */
  text?: string;
  /** Entity ref of an owner. */
  team?: string;
  environment?: string;
  type?: string;
  lifecycle?: string;
  /** Entity ref of a system. */
  system?: string;
  locked?: boolean;
  /** Id and value of facts, like `stage:staging`. */
  facts?: readonly string[];
  /** Entity refs in whose name the caller owns things; absent: whoever owns it. */
  ownedBy?: readonly string[];
  orderBy: string;
  order: 'asc' | 'desc';
  /** At most so many rows. */
  limit: number;
  /** What an earlier answer gave as the next or previous page. */
  cursor?: string;
}
