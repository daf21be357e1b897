/**
 * Concerns nothing, and stays when a test is over: an API server that has no binding with this kind of
 * parameters for a second never again learns of a ConfigMap's changes, until it is restarted
 * (https://github.com/kubernetes/kubernetes/issues/130887).
 */
export const ANCHOR = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: sphera-test-anchor
spec:
  paramKind: { apiVersion: v1, kind: ConfigMap }
  matchConstraints:
    resourceRules:
      - apiGroups: [apps]
        apiVersions: [v1]
        operations: [CONNECT]
        resources: [deployments]
  validations:
    - expression: 'true'
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata:
  name: sphera-test-anchor
spec:
  policyName: sphera-test-anchor
  validationActions: [Audit]
  paramRef:
    namespace: default
    name: sphera-test-anchor
    parameterNotFoundAction: Allow
`;
