import type { HumanDuration } from '@backstage/types';

export interface Config {
  sphera?: {
    /** Merges that GitHub itself refuses while they are frozen. Absent: freezes are locks alone, and GitHub is told nothing. */
    merges?: {
      /** One of `integrations.github`. Default: github.com. */
      host?: string;
      /**
       * `check`: a status on each open pull request, which the default branch requires. `ruleset`: one ruleset of each
       * organisation, switched on and off. Default: check.
       */
      strategy?: 'check' | 'ruleset';
      /** Whose repositories are looked after besides those of services; with the strategy "ruleset", where all are frozen. */
      organizations?: string[];
      /** Repositories besides those of services, like kestrel-parcels/site. A GitOps repository is held only where it is named here. */
      repositories?: string[];
      /**
       * Repositories that are never held. Those of `sphera.rollback.repositories` and `sphera.creation.manifests` need not be
       * named: pipelines and the portal itself commit to them.
       */
      except?: string[];
      /** What the status is called. Default: sphera/merge-freeze. */
      context?: string;
      /** Whether the portal sees to it that default branches require the status, by a ruleset of its own. Default: true. */
      require?: boolean;
      /** Absent: nothing is exempt from a freeze. */
      exemption?: {
        /** The label that exempts a pull request. */
        label: string;
        /** Whose label counts: logins on GitHub, or people of the catalog (user:default/noor). */
        people: string[];
      };
      /** How often everything is compared with GitHub. Default: PT5M. */
      reconcileEvery?: string | HumanDuration;
      /** The webhook that the portal makes in each organisation; `false`: somebody else does. */
      webhook?:
        | false
        | {
            /** Where GitHub reaches the portal. Default: backend.baseUrl. */
            url?: string;
          };
    };
  };
  events?: {
    modules?: {
      github?: {
        /**
         * Signs what GitHub sends; without it nothing is heard of GitHub.
         * @visibility secret
         */
        webhookSecret?: string;
      };
    };
  };
}
