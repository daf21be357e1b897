/**
 * Lets the sign-in page see which providers are configured, and nothing else about them.
 */
export interface Config {
  auth?: {
    providers?: {
      /** @visibility frontend */
      guest?: {};
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
