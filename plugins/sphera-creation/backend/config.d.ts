export interface Config {
  sphera?: {
    /** New services from a form. Every part may be left out: what is not configured is skipped, with a sentence. */
    creation?: {
      /** Where the repositories of new services are made. Absent: nothing can be created, and the pages say how to begin. */
      github?: {
        /** One of `integrations.github`. Default: github.com. */
        host?: string;
        organization: string;
        /** Checks that have to pass before a merge, besides sphera/merge-freeze, which has to wherever `sphera.merges` sets it. */
        requiredChecks?: string[];
        /** Reviews that a pull request needs. Default: 1. */
        requiredApprovals?: number;
        /** Teams that get access to each repository, besides the team of the owner (annotation `github.com/team-slug` of the group). */
        teams?: Array<{
          slug: string;
          permission: 'pull' | 'triage' | 'push' | 'maintain' | 'admin';
        }>;
        labels?: Array<{
          name: string;
          /** Six hexadecimal digits. */
          color: string;
          description?: string;
        }>;
        topics?: string[];
      };
      /** AWS ECR; credentials come from `aws`. Absent: no image repository is made. */
      images?: {
        /** One of `aws.accounts`. */
        account: string;
        region: string;
        /** Absent: AWS itself. */
        endpoint?: string;
        /** In front of the name of the service: `services/`. */
        prefix?: string;
        /** As images name it. Default: that of the account and the region. */
        registry?: string;
        /** How many images are kept. Default: 100. */
        keep?: number;
      };
      /** Absent: GitHub Actions alone build services. */
      codefresh?: {
        /** Default: Codefresh itself. */
        apiUrl?: string;
        /**
         * @visibility secret
         */
        token: string;
        /** Default: default. */
        project?: string;
        /** Name of the Git integration in Codefresh. Default: github. */
        context?: string;
        /** Where people look. Default: Codefresh itself. */
        url?: string;
      };
      /** What the clusters run. Absent: nothing is committed. */
      manifests?: {
        /** The GitOps repository. */
        repository: {
          name: string;
          /** What git clones, over https, http, ssh or file; without credentials. */
          url: string;
          /** The branch that the clusters follow. Default: main. */
          branch?: string;
          /** For HTTP. Absent: the token of `integrations` for its host on GitHub or GitLab. */
          credentials?: {
            username: string;
            /**
             * @visibility secret
             */
            password: string;
          };
          commitUrl?: string;
          fileUrl?: string;
        };
        /** With {service}; it ends with /{environment}/{region}.yaml, where pipelines put the files of a service. Default: services/{service}/{environment}/{region}.yaml. */
        path?: string;
        /** Where a new service runs at once. Default: every environment that is not called like production. */
        firstEnvironments?: string[];
        /** The namespace of its objects; may contain {service}, {system}, {owner} and {environment}. Default: {service}. */
        namespace?: string;
        /** What a manifest may hold. Default: what the templates write. */
        kinds?: string[];
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
      };
      names?: {
        /** What no service may be called. */
        reserved?: string[];
      };
    };
  };
}
