import { CodefreshStandIn } from './CodefreshStandIn';

/** The portal's key at the demo company's Codefresh. It opens nothing but this, on this machine. */
export const DEMO_CODEFRESH_TOKEN = 'laptop-codefresh-Jx5wQz9Tn2Vb7Kr4Lm8Yc3Hd';

/** Codefresh of the demo company: one project, no pipelines yet. */
export function demoCodefresh(): CodefreshStandIn {
  const codefresh = new CodefreshStandIn({ token: DEMO_CODEFRESH_TOKEN });
  codefresh.pipelines.addProject('kestrel-parcels');
  return codefresh;
}
