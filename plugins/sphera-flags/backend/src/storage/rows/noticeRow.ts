import type { Notice } from '../FlagStore';
import type { StoredNumber } from './stored';

/** Something that people are to be told of, as the table `flag_notices` holds it. */
export interface NoticeRow {
  id: string;
  kind: Notice['kind'];
  subject: string;
  due_at: StoredNumber;
  tries: number;
  version: StoredNumber;
}

/** Of what a notice is: there is one of each at a time. */
export const noticeId = ({ kind, subject }: Notice): string =>
  `${kind}/${subject}`;
