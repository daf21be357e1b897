import { ArgoCdStandIn } from './ArgoCdStandIn';

/** Token of the portal in the demo company's Argo CD. It opens nothing but this, on this machine. */
export const DEMO_ARGO_CD_TOKEN = 'laptop-argocd-Wq7nXv4Kz9Ls2Ft6Yb8Hd3Rm';

/** Argo CD of the demo company. */
export const demoArgoCd = (): ArgoCdStandIn =>
  new ArgoCdStandIn({
    accounts: [{ login: 'sphera', token: DEMO_ARGO_CD_TOKEN }],
  });
