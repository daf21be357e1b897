import type { HumanDuration } from '@backstage/types';

export interface Config {
  sphera?: {
    rollback?: {
      /** GitOps repositories. Absent: nothing can be rolled back, and the pages say how to begin. */
      repositories?: Array<{
        /** As layouts name it. */
        name: string;
        /** What git clones, over https, http, ssh or file; without credentials. */
        url: string;
        /** The branch that the clusters follow. Default: main. */
        branch?: string;
        /**
         * Whether a change is pushed to the branch, goes through a pull request, or through one only where the branch is
         * protected. Default: either on GitHub, push elsewhere.
         */
        way?: 'push' | 'pull-request' | 'either';
        /** For HTTP. Absent: the token of `integrations` for its host on GitHub or GitLab. */
        credentials?: {
          username: string;
          /**
           * @visibility secret
           */
          password: string;
        };
        /** Where people look at a commit: with {hash}. Absent: as `integrations` knows its host. */
        commitUrl?: string;
        /** Where people look at a file: with {path}, and {branch} if wanted. Absent: as `integrations` knows its host. */
        fileUrl?: string;
        /** Where people look at a pull request: with {number}. Absent: as `integrations` knows its host. */
        pullRequestUrl?: string;
      }>;
      /** Where services declare their versions; the first that fits a service and an environment counts. */
      layouts?: Array<{
        /** Names or refs of components. Absent: every service. */
        service?: string | string[];
        /** Names or refs of the groups that own services. Absent: any owner. */
        team?: string | string[];
        /** Names or refs of systems. Absent: any, or none. */
        system?: string | string[];
        /** Some of `sphera.fleet.environments`. Absent: all. */
        environment?: string | string[];
        /** One of `repositories`. */
        repository: string;
        /** How the version is written down. */
        kind: 'helm' | 'kustomize' | 'manifest' | 'application';
        /**
         * Path from the root of the repository. May contain {service}, {environment}, {region}, {cluster}, {owner} and
         * {system}; one file stands for all regions where it contains neither {region} nor {cluster}.
         */
        file: string;
        /**
         * `helm`: path of the version in the YAML, default image.tag. `application`: name of the Helm parameter, default
         * image.tag. May contain {service}.
         */
        path?: string;
        /**
         * `kustomize`, `manifest`, `application` with Kustomize images: the image without its tag. May contain {service}.
         * Default: the one whose last part is the name of the service.
         */
        image?: string;
      }>;
      /** Who commits. Default: sphera <sphera@localhost>. */
      identity?: {
        name: string;
        email: string;
      };
      /** Signs commits. Absent: they are not signed. */
      signing?: {
        format: 'ssh' | 'openpgp';
        /** As git's `user.signingkey`: the path of an SSH key, or the id of an OpenPGP key. */
        key: string;
      };
      /** Folder of the cached clones. Default: one of the portal's own under the system's temporary folder. */
      cloneFolder?: string;
      /** Whether deploys are locked after a rollback, unless one says no. Default: true. */
      lockAfterwards?: boolean;
      /** How long clusters may take until they run the version. Default: 10 minutes. */
      rollOutLimit?: HumanDuration | string;
      /** How long a pull request may take until it is merged. Default: 30 minutes. */
      pullRequestLimit?: HumanDuration | string;
      /** How long a version has to have run to have run well. Default: 1 day. */
      ranWellAfter?: HumanDuration | string;
      /** How old what is known of a repository may get before it is asked again. Default: 10 seconds. */
      fetchEvery?: HumanDuration | string;
      /** Absent: no messages. */
      slack?: {
        /**
         * Of a bot that may write to channels.
         * @visibility secret
         */
        token: string;
        /** Absent: Slack itself. */
        apiUrl?: string;
        /** Where a service has no annotation `sphera.io/slack-channel`. */
        channel?: string;
      };
      /** Argo CD servers that follow the repositories. */
      argoCd?: Array<{
        /** Base address of the API server. */
        url: string;
        /**
         * @visibility secret
         */
        token: string;
        /** Some of `sphera.fleet.clusters`. Absent: all. */
        clusters?: string[];
        /** Name of the application; may contain {service}, {environment}, {region} and {cluster}. Absent: as the deployment's labels say. */
        application?: string;
      }>;
      /** Image registries, asked whether the image of a version is still there. */
      registries?: Array<{
        /** As images name it. */
        host: string;
        /** Where it answers. Absent: https and its host. */
        url?: string;
        credentials?: {
          username: string;
          /**
           * @visibility secret
           */
          password: string;
        };
      }>;
    };
  };
}
