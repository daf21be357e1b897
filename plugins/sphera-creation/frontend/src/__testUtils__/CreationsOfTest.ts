import {
  checkName,
  type Creation,
  getCreation,
  listCreations,
  planCreation,
  undoCreation,
} from '@sphera/plugin-creation-common';
import type { OutputOf } from '@sphera/plugin-operations-common';
import { AnswersOfTest, page } from '@sphera/plugin-operations-react/testUtils';
import { creation, nameAnswer, plan } from './answers';

/** Creations of a company, in memory, behind the client that pages use. */
export class CreationsOfTest extends AnswersOfTest {
  creations: Creation[] = [];
  plan: OutputOf<typeof planCreation> = plan();
  /** What is said of names, by name; every other name is free. */
  readonly names = new Map<string, OutputOf<typeof checkName>>();

  protected override readonly answers: Record<string, (input: any) => unknown> =
    {
      [checkName.name]: ({ name }) => this.names.get(name) ?? nameAnswer(name),
      [planCreation.name]: () => this.plan,
      [listCreations.name]: input =>
        page(
          this.creations.filter(
            ({ state, draft }) =>
              (!input.state || input.state === state) &&
              (!input.name || input.name === draft.name),
          ),
          input,
        ),
      [getCreation.name]: input =>
        this.creations.find(({ id }) => id === input.creation) ?? creation(),
      [undoCreation.name]: () => creation({ state: 'undoing' }),
    };
}
