import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist/web',
    rollupOptions: {
      // The page by itself, and the part that other pages take in.
      input: { page: 'index.html', remote: 'src/remote.tsx' },
      preserveEntrySignatures: 'exports-only',
      output: {
        entryFileNames: ({ name }) => (name === 'remote' ? 'remote.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  test: { environment: 'happy-dom', include: ['{src,server}/**/*.test.{ts,tsx}'] },
});
