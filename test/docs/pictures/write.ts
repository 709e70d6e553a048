/** Draws the pictures of the documentation anew: `npx tsx test/docs/pictures/write.ts`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../repository.ts'
import { homePictures } from './home.ts'
import { pictures } from './pictures.ts'

for (const [path, text] of [...pictures, ...homePictures]) writeFileSync(join(root, path), text)
