/**
 * The command lines of a control plane's programs. All listen on this machine
 * only; none elects a leader, since it has no rival, and none is profiled.
 *
 * @typedef {object} Plan of a control plane
 * @property {string} folder of its data
 * @property {{ etcd: number, peers: number, api: number, kubelet: number }} ports
 * @property {string} kubeconfig file for its own programs
 * @property {{ tokens: string, publicKey: string, privateKey: string }} files of `createCredentials`
 * @property {string} kwokConfig file with the stages of pods and nodes
 */

/** What makes deployments, autoscalers, budgets, clean-up and access work; nothing else takes memory. */
const controllers = [
  'clusterrole-aggregation-controller',
  'deployment-controller',
  'disruption-controller',
  'garbage-collector-controller',
  'horizontal-pod-autoscaler-controller',
  'namespace-controller',
  'replicaset-controller',
  'serviceaccount-controller',
  'serviceaccount-token-controller',
  'validatingadmissionpolicy-status-controller',
];

/** @param {Plan} plan */
export function etcdArguments({ folder, ports }) {
  const clients = `http://127.0.0.1:${ports.etcd}`;
  const peers = `http://127.0.0.1:${ports.peers}`;
  return [
    `--data-dir=${folder}/etcd`,
    `--listen-client-urls=${clients}`,
    `--advertise-client-urls=${clients}`,
    `--listen-peer-urls=${peers}`,
    `--initial-advertise-peer-urls=${peers}`,
    `--initial-cluster=default=${peers}`,
    // Its data does not outlive it, so it need not survive a power cut.
    '--unsafe-no-fsync',
    '--log-level=warn',
  ];
}

/** @param {Plan} plan */
export function apiServerArguments({ folder, ports, files }) {
  return [
    `--etcd-servers=http://127.0.0.1:${ports.etcd}`,
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    `--secure-port=${ports.api}`,
    // There it writes a certificate that it signs itself.
    `--cert-dir=${folder}`,
    '--authorization-mode=Node,RBAC',
    `--token-auth-file=${files.tokens}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${files.publicKey}`,
    `--service-account-signing-key-file=${files.privateKey}`,
    '--service-cluster-ip-range=10.0.0.0/24',
    // No controller watches over the nodes' health here, so none would take the taint off again.
    '--disable-admission-plugins=TaintNodesByCondition',
    // Kubernetes refuses an endpoint on the loopback interface, and nothing needs it.
    '--endpoint-reconciler-type=none',
    '--kubelet-preferred-address-types=InternalIP',
    '--profiling=false',
  ];
}

/** @param {Plan} plan */
export function controllerManagerArguments({ folder, kubeconfig, files }) {
  return [
    `--kubeconfig=${kubeconfig}`,
    `--controllers=${controllers.join(',')}`,
    `--service-account-private-key-file=${files.privateKey}`,
    `--root-ca-file=${folder}/apiserver.crt`,
    '--horizontal-pod-autoscaler-sync-period=2s',
    '--kube-api-qps=200',
    '--kube-api-burst=400',
    ...alone,
  ];
}

/** @param {Plan} plan */
export function schedulerArguments({ kubeconfig }) {
  return [
    `--kubeconfig=${kubeconfig}`,
    '--kube-api-qps=200',
    '--kube-api-burst=400',
    ...alone,
  ];
}

/** @param {Plan} plan */
export function kwokArguments({ ports, kubeconfig, kwokConfig }) {
  return [
    `--kubeconfig=${kubeconfig}`,
    `--config=${kwokConfig}`,
    '--manage-all-nodes=true',
    '--node-ip=127.0.0.1',
    `--node-port=${ports.kubelet}`,
    `--server-address=127.0.0.1:${ports.kubelet}`,
  ];
}

const alone = ['--leader-elect=false', '--secure-port=0', '--profiling=false'];
