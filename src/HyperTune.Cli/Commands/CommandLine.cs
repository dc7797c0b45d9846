using System.CommandLine;
using System.CommandLine.Parsing;

namespace HyperTune.Cli.Commands;

/// <summary>The tool's command line.</summary>
internal static class CommandLine
{
    private const string Description = """
        Looks into the studies of a journal file, HyperTune's or Optuna's, without the program that ran them.

        Examples:
          hypertune list digits.journal
          hypertune show digits.journal
          hypertune best digits.journal --format appsettings > appsettings.Tuned.json

        Exit codes: 0 when it worked, 1 when what was asked for is not there or cannot be read, 2 for a wrong command line.
        """;

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="output">Receives the result.</param>
    /// <param name="error">Receives what went wrong.</param>
    /// <param name="input">Where answers come from.</param>
    /// <returns>The exit code, see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, TextReader input)
    {
        var root = new RootCommand(Description)
        {
            new ListCommand(),
            new ShowCommand(),
            new BestCommand(),
            new TrialsCommand(),
            new CompareCommand(),
            new ImportanceCommand(),
            new HintsCommand(),
            new ReportCommand(),
            new DashboardCommand(),
            ExportCommand.Create(),
            new ImportCommand(),
            new CreateCommand(input),
            new AskCommand(),
            new TellCommand(input),
            new DeleteCommand(input),
            new CompletionCommand(),
        };

        // A name that starts with '@' is a name, and no file with more arguments.
        ParseResult line = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (line.Action is System.CommandLine.Invocation.ParseErrorAction)
        {
            foreach (ParseError mistake in line.Errors)
            {
                error.WriteLine(Printable.Of(mistake.Message));
            }

            error.WriteLine($"Try: {PathOf(line.CommandResult)} --help");
            return ExitCode.Usage;
        }

        return await line.InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
    }

    private static string PathOf(CommandResult command)
        => command.Parent is CommandResult parent ? $"{PathOf(parent)} {command.Command.Name}" : "hypertune";
}
