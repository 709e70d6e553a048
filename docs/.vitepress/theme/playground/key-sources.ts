/** The sources whose docstrings tell what a key means; loaded when somebody first opens the editor. */
import { agreementJsonSchema } from '../../../../src/index.ts'
import { describedShapes } from './key-words.ts'

const sources = import.meta.glob<string>('../../../../src/{agreement,clock,conditions}/*{document,review,node}.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
})

export const described = describedShapes(Object.values(sources))
export const schema = agreementJsonSchema()
