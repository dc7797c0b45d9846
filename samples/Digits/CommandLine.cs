using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Digits;

/// <summary>What the user asks for on the command line.</summary>
internal sealed record CommandLine
{
    private const int MaximumTrials = 100_000;
    private const int MaximumParallelism = 1024;

    /// <summary>How the program is called.</summary>
    public static string Usage { get; } = string.Create(CultureInfo.InvariantCulture, $"""
        Usage: dotnet run -c Release --project samples/Digits -- [options]

          --trials N        how many configs to try, 1 to {MaximumTrials} (default {new CommandLine().Trials})
          --seed N          the seed of all randomness; the same seed gives the same trials (default {new CommandLine().Seed})
          --parallelism N   how many trials run side by side, 1 to {MaximumParallelism} (default: one a processor)
          --journal FILE    keeps the study in a file; in samples/Digits/digits.journal, what it found out shows in the editor, on DigitsConfig
          --help            this text
        """);

    /// <summary>How many configs to try.</summary>
    public int Trials { get; private init; } = 60;

    /// <summary>The seed of all randomness but the split of the digits.</summary>
    public long Seed { get; private init; } = 1;

    /// <summary>How many trials run side by side.</summary>
    public int Parallelism { get; private init; } = Math.Min(Environment.ProcessorCount, MaximumParallelism);

    /// <summary>The file that keeps the study; <see langword="null"/> for none.</summary>
    public string? Journal { get; private init; }

    /// <summary>Whether the user asks how the program is called.</summary>
    public bool ShowsHelp { get; private init; }

    /// <summary>Reads the arguments.</summary>
    /// <param name="arguments">The arguments without the program's name.</param>
    /// <param name="commandLine">What they ask for; <see langword="null"/> when one is wrong.</param>
    /// <param name="error">Which argument is wrong and what is allowed; <see langword="null"/> when none is.</param>
    /// <returns>Whether all arguments are right.</returns>
    public static bool TryParse(
        IReadOnlyList<string> arguments,
        [NotNullWhen(true)] out CommandLine? commandLine,
        [NotNullWhen(false)] out string? error)
    {
        commandLine = new CommandLine();
        error = null;
        for (int i = 0; i < arguments.Count && error is null; i++)
        {
            string? next = i + 1 < arguments.Count ? arguments[i + 1] : null;
            long number;
            switch (arguments[i])
            {
                case "--trials":
                    error = ReadNumber("--trials", next, 1, MaximumTrials, out number);
                    commandLine = commandLine with { Trials = (int)number };
                    i++;
                    break;
                case "--seed":
                    error = ReadNumber("--seed", next, long.MinValue, long.MaxValue, out number);
                    commandLine = commandLine with { Seed = number };
                    i++;
                    break;
                case "--parallelism":
                    error = ReadNumber("--parallelism", next, 1, MaximumParallelism, out number);
                    commandLine = commandLine with { Parallelism = (int)number };
                    i++;
                    break;
                case "--journal":
                    error = string.IsNullOrEmpty(next) ? "--journal takes the name of a file, but nothing follows it." : null;
                    commandLine = commandLine with { Journal = next };
                    i++;
                    break;
                case "--help" or "-h":
                    commandLine = commandLine with { ShowsHelp = true };
                    break;
                case var unknown:
                    error = $"'{unknown}' is no option; the options are --trials, --seed, --parallelism, --journal and --help.";
                    break;
            }
        }

        commandLine = error is null ? commandLine : null;
        return error is null;
    }

    private static string? ReadNumber(string option, string? text, long minimum, long maximum, out long number)
        => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && number >= minimum && number <= maximum
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{option} takes an integer from {minimum} to {maximum}, {(text is null ? "but nothing follows it" : $"not '{text}'")}.");
}
