using System.Collections.Immutable;
using System.Globalization;

namespace HyperTune.Spaces.Comparison;

/// <summary>Reads the canonical texts of distributions back.</summary>
internal static class DistributionText
{
    /// <exception cref="FormatException">The text is no canonical text of a distribution of this version.</exception>
    public static Distribution Parse(string canonical)
    {
        int bracket = canonical.IndexOf('(', StringComparison.Ordinal);
        if (bracket < 0 || !canonical.EndsWith(')'))
        {
            throw Unknown(canonical);
        }

        string arguments = canonical[(bracket + 1)..^1];
        switch (canonical[..bracket])
        {
            case "choice":
                return new ChoiceDistribution(Labels(arguments));
            case "ordinal":
                return new OrdinalDistribution(Labels(arguments));
            case var kind:
                double[] numbers = [.. arguments.Split(',').Select(static text => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))];
                return (kind, numbers.Length) switch
                {
                    ("uniform", 3) => new UniformDistribution(numbers[0], numbers[1], numbers[2]),
                    ("loguniform", 3) => new LogUniformDistribution(numbers[0], numbers[1], numbers[2] != 0),
                    ("normal", 5) => new NormalDistribution(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4] != 0),
                    ("lognormal", 5) => new LogNormalDistribution(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4] != 0),
                    _ => throw Unknown(canonical),
                };
        }
    }

    // Each label stands behind its length, since it can hold commas and brackets itself.
    private static ImmutableArray<string> Labels(string text)
    {
        var labels = ImmutableArray.CreateBuilder<string>();
        for (int position = 0; position < text.Length;)
        {
            int colon = text.IndexOf(':', position);
            int length = int.Parse(text.AsSpan(position, colon - position), NumberStyles.None, CultureInfo.InvariantCulture);
            labels.Add(text.Substring(colon + 1, length));
            position = colon + 1 + length + 1;
        }

        return labels.ToImmutable();
    }

    private static FormatException Unknown(string canonical) => new($"'{canonical}' is no distribution that this version of HyperTune knows.");
}
