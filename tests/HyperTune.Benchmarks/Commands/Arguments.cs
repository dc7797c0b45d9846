using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>The options given to a command, checked against those it understands.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public Arguments(Command command, ReadOnlySpan<string> args)
    {
        for (int i = 0; i < args.Length; i++)
        {
            string name = args[i];
            Option option = command.Options.FirstOrDefault(option => option.Name == name)
                ?? throw new UsageException(
                    $"'{command.Name}' has no option '{name}'. It has {string.Join(", ", command.Options.Select(static option => option.Name))}.");
            if (option.Value is null)
            {
                _values[name] = "";
            }
            else if (i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                _values[name] = args[++i];
            }
            else
            {
                throw new UsageException($"The option '{name}' needs a value: {option.Value}.");
            }
        }
    }

    /// <summary>Whether the option was given.</summary>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>The option's value, or <see langword="null"/> when it was not given.</summary>
    public string? Text(string name) => _values.GetValueOrDefault(name);

    /// <summary>A positive integer.</summary>
    public int Count(string name, int otherwise) => Text(name) is { } text ? ParseCount(name, text) : otherwise;

    /// <summary>Positive integers separated by commas.</summary>
    public int[] Counts(string name, int[] otherwise)
        => Text(name) is { } text ? [.. Split(text).Select(part => ParseCount(name, part))] : otherwise;

    /// <summary>Names separated by commas, each one of the known ones.</summary>
    public IReadOnlyList<string> Names(string name, IReadOnlyList<string> otherwise, IReadOnlyCollection<string> known)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        string[] names = Split(text);
        return Array.Find(names, given => !known.Contains(given)) is { } unknown
            ? throw new UsageException($"'{unknown}' is no value of '{name}'. There are {string.Join(", ", known)}.")
            : names;
    }

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int ParseCount(string name, string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count
            : throw new UsageException($"The option '{name}' needs a positive integer, not '{text}'.");
}
