import {
  type AskedQuestion as Asked,
  useAddressQuestion,
} from '@sphera/plugin-operations-react';
import { type Question, readQuestion, writeQuestion } from './question';

/** The question in the address of the page, and how to ask another. */
export type AskedQuestion = Asked<Question>;

const inAddress = {
  read: readQuestion,
  write: writeQuestion,
  cleared: ({ orderBy, order, limit }: Question): Question => ({
    orderBy,
    order,
    limit,
  }),
};

/** Which services the page shows, and in which order. */
export const useQuestion = (): AskedQuestion => useAddressQuestion(inAddress);
