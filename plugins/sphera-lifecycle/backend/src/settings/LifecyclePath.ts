/** What can be done about a step; `{namespace}`, `{name}` and `{service}` stand for the service. */
export type ActionSetting =
  | { kind: 'template'; title: string; template: string }
  | { kind: 'page'; title: string; path: string }
  | { kind: 'link'; title: string; url: string }
  | { kind: 'promote'; title: string; from: string; to: string };

/** Something that has to be so before a service goes on. */
export interface StepSetting {
  /** Unique in the path. */
  name: string;
  title: string;
  description?: string;
  /** All have to hold; none: it is approved. */
  facts: readonly string[];
  /** Entity refs of people and groups, one of whom says yes; none: it is proven by facts. */
  approvers: readonly string[];
  isOptional: boolean;
  /** Types of services that go on without it. */
  optionalFor: readonly string[];
  /** Types of services that need it. Absent: all. */
  onlyFor?: readonly string[];
  /** Names of steps whose turn is before. */
  after: readonly string[];
  action?: ActionSetting;
}

/** A part of the path. */
export interface StageSetting {
  name: string;
  title: string;
  description?: string;
  /** How long a service may be in it before that stands out, in milliseconds. */
  stuckAfter: number;
  /** A fact that takes services here from wherever they are: this is the end, not a part of the way. */
  enteredWhen?: string;
  steps: readonly StepSetting[];
}

/** The way from an idea to production, and what comes after. */
export interface LifecyclePath {
  /** In their order; at least one. */
  way: readonly StageSetting[];
  /** Where services retire. */
  end?: StageSetting;
  /** How long after a request its approvers are reminded, and again, in milliseconds; absent: never. */
  remindAfter?: number;
}
