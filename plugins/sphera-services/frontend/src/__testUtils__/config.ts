/** What the app's configuration says in tests. */
export const config = {
  app: { baseUrl: 'http://localhost:3000' },
  backend: { baseUrl: 'http://localhost:7007' },
  sphera: {
    fleet: {
      environments: [
        { name: 'staging', title: 'Staging' },
        { name: 'production', title: 'Live' },
      ],
      regions: [{ name: 'eu-central-1', title: 'Frankfurt' }],
    },
  },
};
