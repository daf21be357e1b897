import type { Fact } from '@sphera/plugin-lifecycle-common';
import type {
  LifecyclePath,
  StageSetting,
  StepSetting,
} from '../../settings/LifecyclePath';
import { advance } from '../advance';
import { adopt, setOut } from '../begin';
import { judge } from '../judge';
import type { KeptApproval, Verdict } from '../KeptApproval';
import type { KeptLifecycle } from '../KeptLifecycle';
import type { Sight } from '../Sight';

export const NOON = Date.parse('2026-11-28T12:00:00Z');
export const DAY = 86_400_000;
export const DANA = 'user:default/dana';
export const NOOR = 'user:default/noor';
const TITLES: Record<string, string> = {
  [NOOR]: 'Noor Haddad',
  'group:default/platform': 'Platform Engineering',
};

/** A step that facts prove. */
export const proven = (
  name: string,
  facts: string[],
  more: Partial<StepSetting> = {},
): StepSetting => ({
  name,
  title: `The ${name}`,
  facts,
  approvers: [],
  isOptional: false,
  optionalFor: [],
  after: [],
  ...more,
});

/** A step that people approve. */
export const approved = (
  name: string,
  more: Partial<StepSetting> = {},
): StepSetting =>
  proven(name, [], { approvers: ['group:default/platform'], ...more });

/** A stage with a week's time. */
export const stage = (
  name: string,
  steps: StepSetting[],
  more: Partial<StageSetting> = {},
): StageSetting => ({
  name,
  title: name[0].toUpperCase() + name.slice(1),
  stuckAfter: 7 * DAY,
  steps,
  ...more,
});

/** Review, code, production; and where services retire. */
export const PATH: LifecyclePath = {
  way: [
    stage('design', [approved('review')]),
    stage('code', [
      proven('repository', ['repository-exists']),
      proven('build', ['main-build-passed']),
    ]),
    stage('readiness', [
      proven('docs', ['docs-exist']),
      proven('scaling', ['autoscaler'], { optionalFor: ['website'] }),
      approved('go', { after: ['docs', 'scaling'] }),
    ]),
    stage('production', [proven('running', ['healthy'])]),
  ],
  end: stage('retired', [proven('gone', ['runs-nowhere'])], {
    enteredWhen: 'retired',
  }),
};

/** One service that walks a path; facts and the clock are in the hands of the test. */
export class Walker {
  now = NOON;
  kept!: KeptLifecycle;
  readonly #facts = new Map<string, Fact>();
  readonly #approvals = new Map<string, KeptApproval>();

  constructor(
    private readonly type = 'microservice',
    private path: LifecyclePath = PATH,
  ) {}

  setOut(): this {
    this.kept = setOut(this.#sight(), DANA, this.now);
    return this.#advance();
  }

  adopt(): this {
    this.kept = adopt(this.#sight(), this.now);
    return this.#advance();
  }

  hold(...ids: string[]): this {
    return this.#see(ids, 'holds');
  }

  fail(...ids: string[]): this {
    return this.#see(ids, 'fails');
  }

  /** Nobody knows any more. */
  forget(...ids: string[]): this {
    for (const id of ids) this.#facts.delete(id);
    return this.#advance();
  }

  ask(step: string): this {
    this.#approvals.set(step, {
      id: step,
      service: 'component:default/quotes',
      step,
      life: this.kept.beganAt,
      asked: { by: DANA, at: this.now, comment: 'please' },
    });
    return this.#advance();
  }

  answer(step: string, verdict: Verdict, comment = 'as discussed'): this {
    const answer = { verdict, by: NOOR, at: this.now, comment };
    this.#approvals.set(step, { ...this.#approvals.get(step)!, answer });
    return this.#advance();
  }

  approve(step: string): this {
    return this.ask(step).answer(step, 'approved');
  }

  later(milliseconds: number): this {
    this.now += milliseconds;
    return this.#advance();
  }

  /** The path is another one from now on. */
  follow(path: LifecyclePath): this {
    this.path = path;
    return this.#advance();
  }

  get judgement() {
    return judge({ ...this.#sight(), kept: this.kept });
  }

  get stage(): string {
    return this.judgement.present.name;
  }

  step(name: string) {
    const steps = this.judgement.stages.flatMap(({ steps: all }) => all);
    return steps.find(one => one.name === name)!;
  }

  /** The state of every step, by name. */
  get states(): Record<string, string> {
    return Object.fromEntries(
      this.judgement.stages.flatMap(({ steps }) =>
        steps.map(({ name, state }) => [name, state]),
      ),
    );
  }

  #see(ids: string[], state: Fact['state']): this {
    for (const id of ids) {
      const sentence = `${id} ${state}`;
      this.#facts.set(id, { id, title: id, state, sentence });
    }
    return this.#advance();
  }

  #advance(): this {
    if (this.kept) {
      const sight = { ...this.#sight(), kept: this.kept };
      this.kept = advance(sight, this.now);
    }
    return this;
  }

  #sight(): Sight {
    return {
      path: this.path,
      descriptions: new Map(),
      service: { ref: 'component:default/quotes', type: this.type },
      facts: this.#facts,
      approvals: this.#approvals,
      nameOf: ref => TITLES[ref],
    };
  }
}
