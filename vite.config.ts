/** How the site is built: plain files that work at any path of any static host. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { csp } from './build/csp.ts';
import { serviceWorker } from './build/service-worker.ts';

export default defineConfig({
  base: './',
  // Nothing but files: an address without a file is a 404, here as on a static host.
  appType: 'mpa',
  plugins: [react(), csp(), serviceWorker()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    license: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'flow', test: /node_modules\/@xyflow\// },
            { name: 'motion', test: /node_modules\/(framer-motion|motion-dom|motion-utils)\// },
          ],
        },
      },
    },
  },
});
