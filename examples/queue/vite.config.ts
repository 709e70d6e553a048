/** Inside this repository the library is taken from its sources; in a project of your own `npm install lead-sla` takes the place of the alias. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const source = (name: string) => fileURLToPath(new URL(`../../src/${name}.ts`, import.meta.url))

export default defineConfig({
  base: './',
  // The library with everything in it, and React, are a little more than Vite's half a megabyte before compression.
  build: { chunkSizeWarningLimit: 600 },
  resolve: {
    alias: [
      { find: /^lead-sla$/, replacement: source('index') },
      { find: /^lead-sla\/clock$/, replacement: source('clock') },
    ],
  },
})
