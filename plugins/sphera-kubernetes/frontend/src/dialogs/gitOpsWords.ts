import type { GitOps } from '@sphera/plugin-kubernetes-common';

/** Who keeps an object as Git has it: `Argo CD application quotes-production`. */
export function gitOpsOwner({ tool, owner }: GitOps): string {
  return tool === 'argocd' ? `Argo CD application ${owner}` : `Flux ${owner}`;
}

/** What becomes of a change that Git does not know. */
export function overwriteWarning(gitOps: GitOps): string {
  const when = gitOps.tool === 'argocd' ? 'sync' : 'reconciliation';
  return `${gitOpsOwner(
    gitOps,
  )} will set it back at its next ${when}, unless Git says the same by then.`;
}
