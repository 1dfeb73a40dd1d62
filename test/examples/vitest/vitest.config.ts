import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Only in this repository: the packages are tried from their sources. A shop has them from npm and needs no conditions.
const conditions = ['source'];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    environment: 'happy-dom',
    silent: 'passed-only',
    environmentOptions: { happyDOM: { url: 'https://shop.example/account' } },
  },
});
