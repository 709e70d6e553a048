import { join } from 'node:path'
import ts from 'typescript'
import { root } from '../repository.ts'
import { moduleOf } from './modules.ts'
import type { Program } from './programs.ts'

/** Returns what the compiler says about programs in ts, as `path:line: message`. */
export function typeErrors(programs: readonly Program[]): string[] {
  const virtual = new Map(programs.filter(({ language }) => language === 'ts').map((program) => [moduleOf(program), program]))
  const options = compilerOptions()
  const host = ts.createCompilerHost(options)
  const { fileExists, getSourceFile } = host
  host.getCurrentDirectory = () => root
  host.fileExists = (file) => virtual.has(file) || fileExists(file)
  host.getSourceFile = (file, target, ...rest) => {
    const program = virtual.get(file)
    return program ? ts.createSourceFile(file, program.text, target) : getSourceFile(file, target, ...rest)
  }
  const compiled = ts.createProgram([...virtual.keys()], options, host)
  return [...virtual].flatMap(([file, program]) => {
    const tree = compiled.getSourceFile(file)
    return [...compiled.getSyntacticDiagnostics(tree), ...compiled.getSemanticDiagnostics(tree)].map(
      ({ start = 0, messageText }) => {
        const line = (tree?.getLineAndCharacterOfPosition(start).line ?? 0) + 1
        return `${program.path}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
      },
    )
  })
}

function compilerOptions(): ts.CompilerOptions {
  const path = join(root, 'tsconfig.json')
  const { config } = ts.readConfigFile(path, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root, {}, path)
  return { ...options, moduleDetection: ts.ModuleDetectionKind.Force }
}
