import type { HumanDuration } from '@backstage/types';

export interface Config {
  sphera?: {
    /** The path of services from design review to production. */
    lifecycle?: {
      /** How long a service may be in a stage before that stands out. Default: P14D. */
      stuckAfter?: string | HumanDuration;
      /** How long after a request its approvers are reminded, and again, on no weekend; PT0S: never. Default: P2D. */
      remindAfter?: string | HumanDuration;
      /** In their order. Absent: the path that sphera comes with. */
      stages?: Array<{
        /** Lower-case letters, digits and dashes; unique. */
        name: string;
        title: string;
        description?: string;
        /** In place of the common one. */
        stuckAfter?: string | HumanDuration;
        /** The last stage alone: a fact that takes services here from wherever they are. It is not part of the way. */
        enteredWhen?: string;
        steps: Array<{
          /** Unique in the whole path. */
          name: string;
          title: string;
          /** Why it is asked of services. */
          description?: string;
          /** All have to hold. */
          facts?: string[];
          /** In place of facts: entity refs of groups and people, one of whom says yes. */
          approvers?: string[];
          /** Services go on without it. Default: false. */
          optional?: boolean;
          /** Types of services that go on without it. */
          optionalFor?: string[];
          /** Types of services that need it. Default: all. */
          onlyFor?: string[];
          /** Steps whose turn is before. */
          after?: string[];
          /** What can be done when its turn has come: one of template, page, link and promote. Page and link may contain {namespace}, {name} and {service}. */
          action?: {
            title: string;
            /** Entity ref of a template. */
            template?: string;
            /** A path of the portal. */
            page?: string;
            /** An address. */
            link?: string;
            /** Environments. */
            promote?: { from: string; to: string };
          };
        }>;
      }>;
    };
  };
}
