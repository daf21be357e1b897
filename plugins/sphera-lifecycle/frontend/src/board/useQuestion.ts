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
  cleared: (): Question => ({}),
};

/** Which services the board shows. */
export const useQuestion = (): AskedQuestion => useAddressQuestion(inAddress);
