namespace HyperTune.Benchmarks;

/// <summary>Finds the command that the first argument names and runs it.</summary>
internal static class CommandLine
{
    private const int Success = 0;
    private const int Fault = 1;
    private const int UsageError = 2;

    public static int Run(IReadOnlyList<Command> commands, ReadOnlySpan<string> args, TextWriter output, TextWriter error)
    {
        if (args.IsEmpty || args[0] is "--help" or "-h" or "help")
        {
            WriteHelp(commands, output);
            return args.IsEmpty ? UsageError : Success;
        }

        string name = args[0];
        if (commands.FirstOrDefault(command => command.Name == name) is not { } command)
        {
            error.WriteLine($"There is no benchmark '{name}'. There are {string.Join(", ", commands.Select(static command => command.Name))}; --help describes them.");
            return UsageError;
        }

        if (args.Contains("--help"))
        {
            WriteHelp([command], output);
            return Success;
        }

        try
        {
            command.Run(new Arguments(command, args[1..]), output, error);
            return Success;
        }
        catch (FaultException exception)
        {
            error.WriteLine(exception.Message);
            return Fault;
        }
        catch (UsageException exception)
        {
            error.WriteLine(exception.Message);
            return UsageError;
        }
    }

    private static void WriteHelp(IEnumerable<Command> commands, TextWriter output)
    {
        output.WriteLine("dotnet run -c Release --project tests/HyperTune.Benchmarks -- <benchmark> [options]");
        foreach (Command command in commands)
        {
            output.WriteLine();
            output.WriteLine($"{command.Name}: {command.Summary}");
            foreach (Option option in command.Options)
            {
                output.WriteLine($"  {$"{option.Name} {option.Value}",-34} {option.Help}");
            }
        }
    }
}
