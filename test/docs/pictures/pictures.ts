/** Every picture of the documentation, by its file: all are drawn from what the clock itself answers. */
import { nightsPicture } from './nights.ts'
import { weekPicture } from './week.ts'

export const pictures: ReadonlyMap<string, string> = new Map([
  ['docs/pictures/week-of-summer-time.svg', weekPicture()],
  ['docs/pictures/three-nights.svg', nightsPicture()],
])
