/** Where the sites stand that `npm run pages` builds; one that was built elsewhere may be named. */
import { join } from 'node:path'
import { root } from '../repository.ts'
import type { Site } from './visit.ts'

export const docsFolder = process.env.LEAD_SLA_SITE ?? join(root, 'docs/.vitepress/dist')
export const docs: Site = { folder: docsFolder }
export const queueFolder = join(root, 'node_modules/.cache/queue')
export const queue: Site = { folder: queueFolder }
