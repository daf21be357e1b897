import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  sphera?: {
    /** Where services are found in other tools, in the order in which pages show it. See docs/links.md. */
    links?: Array<{
      /** Lower-case words joined by hyphens; unique. */
      id: string;
      /** As people read it: Datadog. */
      title: string;
      /**
       * http or https. After the host it may contain {service}, {namespace}, {type}, {owner}, {system}, {repository}, {channel},
       * {environment}, {region}, {cluster}, {annotations['name']}, and {environment.annotations['name']} and the same of
       * region and cluster.
       */
      url: string;
      /** What there is one of for each service. Default: the finest place that the url names, else one. */
      per?: 'service' | 'environment' | 'region' | 'cluster';
      /** Only these of `sphera.fleet.environments`. Default: all in which a service is live. */
      environments?: string[];
      /** Which services have it; all that is given must fit. Default: every service. */
      filter?: {
        /** Names or refs of components. */
        service?: string | string[];
        /** Names or refs of the groups that own services. */
        team?: string | string[];
        /** Names or refs of systems. */
        system?: string | string[];
        /** Values of `spec.type`. */
        type?: string | string[];
        /** Values of `spec.lifecycle`. */
        lifecycle?: string | string[];
        /** Tags, any of them. */
        tag?: string | string[];
        /** Names of annotations, all of them. */
        annotation?: string | string[];
      };
      /** Whether pages say so where a service lacks an annotation that the url contains; else the link is left out. Default: false. */
      required?: boolean;
      /** Which tool it leads to; search finds links by it. */
      tool?: string;
      /** What it is drawn as. Default: its tool, where that has an icon. */
      icon?: string;
      /** A heading under which pages show it, where it is not about an environment. */
      group?: string;
    }>;
  };
  search?: {
    collators?: {
      links?: {
        /** When links are collected for the search. Default: every two minutes, each replica for itself. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
