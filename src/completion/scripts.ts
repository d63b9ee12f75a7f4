/**
 * The scripts that teach shells to complete `colophon`.
 *
 * Each asks the program itself, by the hidden command `__complete`, which prints one candidate a
 * line, with a tab and a description behind it, and at the end `:files`, `:folders` or
 * `:none` for what the shell adds by itself.
 */

const BASH = `# colophon completion bash
_colophon() {
  local line paths=none current="\${COMP_WORDS[COMP_CWORD]}"
  [ "$current" = "=" ] && current=""
  COMPREPLY=()
  while IFS= read -r line; do
    case "$line" in
      :*) paths="\${line#:}" ;;
      *) COMPREPLY+=("$(printf %q "\${line%%$'\\t'*}")") ;;
    esac
  done < <("\${COMP_WORDS[0]}" __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  local action=""
  case "$paths" in
    files) action=file ;;
    folders) action=directory ;;
  esac
  if [ -n "$action" ]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r line; do
      [[ " \${COMPREPLY[*]} " == *" $line "* ]] || COMPREPLY+=("$line")
    done < <(compgen -A "$action" -- "$current")
  fi
}
complete -F _colophon colophon
`;

const ZSH = `#compdef colophon
# colophon completion zsh
_colophon() {
  local line paths=none
  local -a candidates
  while IFS= read -r line; do
    case "$line" in
      :*) paths="\${line#:}" ;;
      *) candidates+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}") ;;
    esac
  done < <("\${words[1]}" __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  (( \${#candidates} )) && _describe colophon candidates
  case "$paths" in
    files) _files ;;
    folders) _files -/ ;;
  esac
}
if [ "\${funcstack[1]}" = "_colophon" ]; then
  _colophon "$@"
else
  compdef _colophon colophon
fi
`;

const FISH = `# colophon completion fish
function __colophon_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    $before[1] __complete -- $before[2..-1] "$current" 2>/dev/null | while read -l line
        switch $line
            case ':files'
                __fish_complete_path "$current"
            case ':folders'
                __fish_complete_directories "$current"
            case ':*'
            case '*'
                echo $line
        end
    end
end
complete -c colophon -f -a '(__colophon_complete)'
`;

export const SHELL_SCRIPTS = { bash: BASH, zsh: ZSH, fish: FISH } as const;

export type Shell = keyof typeof SHELL_SCRIPTS;
