using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>How long something took over several rounds.</summary>
/// <param name="Median">The median of the rounds.</param>
/// <param name="Minimum">The fastest round: what it takes when nothing else runs.</param>
internal sealed record Milliseconds(double Median, double Minimum)
{
    public static Milliseconds Of(double[] rounds) => new(Quartiles.Of(rounds).Median, rounds.Min());

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Median:F1} / {Minimum:F1}");
}
