using System.Globalization;

namespace HyperTune.State;

/// <summary>
/// What tells imported trials apart, so that none is imported twice: a hash of where a trial comes from and what came of which values, because
/// studies keep one for each imported trial. Times are no part of it: those of journals are local ones, which mean something else in another time
/// zone, and two things in the hour that a change of clocks doubles. Two of a million trials agree by chance with a probability of 3e-8.
/// </summary>
/// <param name="Hash">The hash.</param>
internal readonly record struct ImportedTrialKey(ulong Hash)
{
    /// <summary>The key of a trial.</summary>
    /// <param name="source">Where the trial comes from, in words.</param>
    /// <param name="values">The values that it ended with; empty when it has none.</param>
    /// <param name="parameters">The sum of <see cref="Of(in TrialPoint)"/> over the values that its parameters were given.</param>
    public static ImportedTrialKey Of(string source, ReadOnlySpan<double> values, ulong parameters)
        => new(RandomStream.Mix(Add(source, values) ^ parameters));

    /// <summary>
    /// The key of a trial that was imported by a version that stored none: its parameters are those of the study that took it over.
    /// </summary>
    /// <param name="source">Where the trial comes from, in words.</param>
    /// <param name="values">The values that it ended with; empty when it has none.</param>
    /// <param name="vector">Its vector in the space of now.</param>
    public static ImportedTrialKey Of(string source, ReadOnlySpan<double> values, ReadOnlySpan<double> vector)
    {
        ulong hash = Add(source, values);
        foreach (double value in vector)
        {
            hash = RandomStream.Mix(hash ^ BitConverter.DoubleToUInt64Bits(double.IsNaN(value) ? double.NaN : value));
        }

        return new ImportedTrialKey(hash);
    }

    /// <summary>What the values of a point add, in whatever order the parameters stand.</summary>
    public static ulong Of(in TrialPoint point)
    {
        ulong sum = 0;
        foreach ((string name, string value) in point.Describe())
        {
            sum += RandomStream.Mix(Add(Add(0, name), value));
        }

        return sum;
    }

    /// <summary>Reads what <see cref="ToString"/> gives.</summary>
    /// <exception cref="FormatException">The text is no key.</exception>
    public static ImportedTrialKey Parse(string text)
        => ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong hash)
            ? new ImportedTrialKey(hash)
            : throw new FormatException("The text is no key of an imported trial.");

    /// <summary>The key in hexadecimal digits.</summary>
    public override string ToString() => Hash.ToString("x", CultureInfo.InvariantCulture);

    private static ulong Add(string source, ReadOnlySpan<double> values)
    {
        ulong hash = Add(0, source);
        foreach (double value in values)
        {
            hash = double.IsNaN(value) ? hash : RandomStream.Mix(hash ^ BitConverter.DoubleToUInt64Bits(value));
        }

        return hash;
    }

    private static ulong Add(ulong hash, string text)
    {
        foreach (char letter in text)
        {
            hash = RandomStream.Mix(hash ^ letter);
        }

        return RandomStream.Mix(hash + (ulong)text.Length);
    }
}
