export interface Config {
  sphera?: {
    fleet?: {
      clusters?: Array<{
        /** How the portal enters the cluster; without it, nothing of the cluster is seen. */
        access?:
          | {
              type: 'token';
              /**
               * The token of a service account.
               * @visibility secret
               */
              token: string;
            }
          | {
              type: 'token-file';
              /** Path of the file that holds the token; read anew each time, so that it may be rotated. */
              file: string;
            }
          | {
              type: 'kubeconfig';
              /** Path of the kubeconfig; address, certificates and user come from it. */
              file: string;
              /** Which of its contexts to use. */
              context: string;
            }
          | {
              /** EKS, with the AWS credentials of the portal (`aws` of this configuration, or its surroundings). */
              type: 'aws';
              /** Name of the EKS cluster. */
              clusterName: string;
              /** ARN of a role to take on. */
              assumeRole?: string;
              /** External id of that role. */
              externalId?: string;
            }
          | {
              /** The portal runs in this very cluster: its own service account. */
              type: 'in-cluster';
            };
        /** Certificate authority of the API server: PEM, as base64. */
        caData?: string;
        /** Path of the certificate authority of the API server, in PEM. */
        caFile?: string;
        /** Takes any certificate. Only for trying things out. */
        skipTlsVerify?: boolean;
      }>;
    };
  };
}
