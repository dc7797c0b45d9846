using System.CommandLine;

namespace HyperTune.Cli.Commands;

/// <summary>Writes what makes a shell complete the tool's command lines.</summary>
internal sealed class CompletionCommand : GuardedCommand
{
    // The tool itself says what may come at a place of a line: hypertune "[suggest:12]" "hypertune sh".
    // Names come from whoever wrote the journal: nothing here expands them, and what is not plain is quoted.
    private const string Bash = """
        _hypertune() {
            local word="${COMP_WORDS[COMP_CWORD]}" choice
            COMPREPLY=()
            while IFS= read -r choice; do
                if [[ "$choice" == "$word"* ]]; then
                    COMPREPLY+=("$(printf '%q' "$choice")")
                fi
            done < <(hypertune "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
        }
        complete -o default -F _hypertune hypertune
        """;

    private const string Zsh = """
        #compdef hypertune
        _hypertune() {
            local -a choices
            choices=("${(@f)$(hypertune "[suggest:${#BUFFER}]" "$BUFFER" 2>/dev/null)}")
            compadd -- "${choices[@]}" || _files
        }
        compdef _hypertune hypertune
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName hypertune -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            hypertune "[suggest:$cursorPosition]" "$commandAst" 2>$null |
                Where-Object { $_ -like "$([WildcardPattern]::Escape($wordToComplete))*" } |
                ForEach-Object {
                    $text = if ($_ -match '^[\w./=-]+$') { $_ } else { "'" + $_.Replace("'", "''") + "'" }
                    [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
                }
        }
        """;

    private readonly Argument<string> _shell = new("SHELL") { Description = "bash, zsh or pwsh." };

    public CompletionCommand()
        : base(
            "completion",
            "Writes a script that makes a shell complete commands, options and the names of studies.",
            "completion bash > ~/.local/share/bash-completion/completions/hypertune",
            "completion zsh > ~/.zfunc/_hypertune",
            "completion pwsh >> $PROFILE")
    {
        _shell.AcceptOnlyFromAmong("bash", "zsh", "pwsh");
        Add(_shell);
    }

    protected override Task RunAsync(ParseResult line, CancellationToken cancellationToken) => OutputOf(line).WriteAsync(line.GetRequiredValue(_shell) switch
    {
        "bash" => $"{Bash}\n",
        "zsh" => $"{Zsh}\n",
        _ => $"{PowerShell}\n",
    });
}
