/** `lead-sla completion`: a script with which a shell completes commands, options and their words, made from what commander knows. */
import { Argument, type Command, type Option } from 'commander'
import { examples } from './command-options.ts'
import type { Session } from './output.ts'

const shells = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof shells)[number]

/** Adds the command to the program; it knows the commands that were added before it. */
export function addCompletion(program: Command, session: Session): void {
  program
    .command('completion')
    .description('a script with which your shell completes this command')
    .addArgument(new Argument('<shell>', 'bash, zsh or fish').choices(shells))
    .action((shell: Shell) => session.out.write(scripts[shell](program.name(), wordsOf(program))))
    .addHelpText(
      'after',
      examples(
        'source <(lead-sla completion bash)',
        'lead-sla completion zsh > ~/.zfunc/_lead-sla',
        'lead-sla completion fish > ~/.config/fish/completions/lead-sla.fish',
      ),
    )
}

interface OptionWords {
  readonly flags: readonly string[]
  readonly description: string
  /** What it takes: one of these words, a file or text of any kind, or nothing. */
  readonly takes: 'nothing' | 'text' | 'file' | readonly string[]
}

interface CommandWords {
  readonly name: string
  readonly description: string
  readonly options: readonly OptionWords[]
  /** The words of its argument; without any it takes files. */
  readonly choices: readonly string[]
}

function wordsOf(program: Command): CommandWords[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: [...command.options.map(optionWords), { flags: ['--help'], description: 'what it does', takes: 'nothing' }],
    choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  }))
}

function optionWords({ short, long, description, argChoices, required, optional, flags }: Option): OptionWords {
  const takes = argChoices ?? (required || optional ? (/<(file|folder)>/.test(flags) ? 'file' : 'text') : 'nothing')
  return { flags: [short, long].filter((flag) => flag !== undefined && flag !== null), description, takes }
}

const scripts: { readonly [Each in Shell]: (name: string, commands: readonly CommandWords[]) => string } = { bash, zsh, fish }

/** Works with the bash 3 of macOS too. Where nothing is said, bash completes files. */
function bash(name: string, commands: readonly CommandWords[]): string {
  const values = commands.flatMap((command) =>
    command.options
      .filter(({ takes }) => takes !== 'nothing')
      .flatMap(({ flags, takes }) => {
        const patterns = flags.map((flag) => `'${command.name} ${flag}'`).join('|')
        return typeof takes === 'string'
          ? []
          : [`    ${patterns}) COMPREPLY=($(compgen -W '${takes.join(' ')}' -- "$current")); return ;;`]
      }),
  )
  const texts = commands.flatMap((command) =>
    command.options
      .filter(({ takes }) => takes === 'text')
      .flatMap(({ flags }) => flags.map((flag) => `'${command.name} ${flag}'`)),
  )
  const words = commands.map(
    ({ name: command, options, choices }) =>
      `    ${command}) options='${options.flatMap(({ flags }) => flags).join(' ')}'; words='${choices.join(' ')}' ;;`,
  )
  return `# ${name} completion bash
_${name.replaceAll('-', '_')}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command='' options='' words=''
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${commands.map((command) => command.name).join(' ')} help --help --version' -- "$current"))
    return
  fi
  command="\${COMP_WORDS[1]}"
  if [ "$command" = help ]; then
    COMPREPLY=($(compgen -W '${commands.map((command) => command.name).join(' ')}' -- "$current"))
    return
  fi
  case "$command $previous" in
${[...values, ...(texts.length === 0 ? [] : [`    ${texts.join('|')}) return ;;`])].join('\n')}
  esac
  case "$command" in
${words.join('\n')}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
    *) if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$current")); fi ;;
  esac
}
complete -o bashdefault -o default -F _${name.replaceAll('-', '_')} ${name}
`
}

/** Quotes a description for zsh, in which brackets and colons have a meaning. */
function zshText(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&').replaceAll("'", "'\\''")
}

function zsh(name: string, commands: readonly CommandWords[]): string {
  const cases = commands.map(({ name: command, options, choices }) => {
    const lines = options.flatMap(({ flags, description, takes }) => {
      const value =
        takes === 'nothing'
          ? ''
          : takes === 'file'
            ? ':file:_files'
            : takes === 'text'
              ? ':value: '
              : `:value:(${takes.join(' ')})`
      return flags.map((flag) => `'*${flag}[${zshText(description)}]${value}'`)
    })
    const rest = choices.length > 0 ? `'*:value:(${choices.join(' ')})'` : `'*:file:_files'`
    return `    ${command}) _arguments ${[...lines, rest].join(' \\\n      ')} ;;`
  })
  return `#compdef ${name}
_${name}() {
  local -a commands
  commands=(
${commands.map((command) => `    '${zshText(command.name)}:${zshText(command.description)}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = "_${name}" ]; then _${name} "$@"; else compdef _${name} ${name}; fi
`
}

function fishText(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`
}

function fish(name: string, commands: readonly CommandWords[]): string {
  const lines = commands.flatMap(({ name: command, description, options, choices }) => {
    const within = `complete -c ${name} -n '__fish_seen_subcommand_from ${command}'`
    const flagLines = options.map(({ flags, description: what, takes }) => {
      const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)).join(' ')
      const value = takes === 'nothing' ? '' : takes === 'file' ? ' -r' : takes === 'text' ? ' -x' : ` -x -a '${takes.join(' ')}'`
      return `${within} ${names}${value} -d ${fishText(what)}`
    })
    const own = choices.length > 0 ? [`${within} -f -a '${choices.join(' ')}'`] : []
    return [`complete -c ${name} -n __fish_use_subcommand -f -a ${command} -d ${fishText(description)}`, ...flagLines, ...own]
  })
  return `# ${name} completion fish\n${lines.join('\n')}\n`
}
