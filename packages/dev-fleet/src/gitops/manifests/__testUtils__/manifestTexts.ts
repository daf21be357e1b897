const budget = `---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: parcels, namespace: shop }
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app.kubernetes.io/name: parcels } }
`;

/** Manifests of a small service, as a template makes them. */
export const manifestOf = ({
  tag = '1.0.0',
  image = `registry.example/parcels:${tag}`,
  label = 'first',
  withBudget = true,
}: {
  tag?: string;
  image?: string;
  label?: string;
  withBudget?: boolean;
} = {}): string => `# parcels
apiVersion: v1
kind: ServiceAccount
metadata: { name: parcels, namespace: shop, labels: { round: ${label} } }
---
apiVersion: v1
kind: Service
metadata: { name: parcels, namespace: shop }
spec:
  selector: { app.kubernetes.io/name: parcels }
  ports: [{ name: http, port: 80, targetPort: http }]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: parcels
  namespace: shop
  labels: { app.kubernetes.io/name: parcels }
spec:
  selector: { matchLabels: { app.kubernetes.io/name: parcels } }
  template:
    metadata: { labels: { app.kubernetes.io/name: parcels } }
    spec:
      serviceAccountName: parcels
      containers:
        - name: parcels
          image: ${image}
          ports: [{ name: http, containerPort: 8080 }]
          resources: { requests: { cpu: 100m, memory: 128Mi } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: parcels, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: parcels }
  minReplicas: 2
  maxReplicas: 4
${withBudget ? budget : ''}`;
