/**
 * Lets the sign-in page see which providers are configured, and nothing else about them.
 */
export interface Config {
  auth?: {
    providers?: {
      /** @visibility frontend */
      guest?: {};
      /**
       * Others whom somebody may be, without a password, where a guest may enter and
       * auth.environment is development. docs/sign-in.md has more.
       */
      colleague?: {
        people: Array<{
          /**
           * A user of the catalog, like user:default/noor
           * @visibility frontend
           */
          userEntityRef: string;
          /**
           * As the sign-in page shows them
           * @visibility frontend
           */
          name: string;
          /**
           * What they stand for, such as their team
           * @visibility frontend
           */
          team: string;
        }>;
      };
      okta?: {
        [environment: string]: {
          /** @visibility frontend */
          clientId: string;
        };
      };
      oidc?: {
        [environment: string]: {
          /** @visibility frontend */
          clientId: string;
        };
      };
    };
  };
}
