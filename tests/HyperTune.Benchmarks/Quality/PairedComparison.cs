using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>Two strategies on the same problems and seeds.</summary>
/// <param name="Ratio">The geometric mean of the regret ratios, each regret raised by a floor; below 1 the first one is better.</param>
/// <param name="MedianRatio">The geometric mean over problems of the ratio of the medians, nothing raised.</param>
/// <param name="StandardError">The factor by which one standard error raises or lowers <paramref name="Ratio"/>.</param>
/// <param name="Better">The probability that a random study of the first one beats a random study of the second, averaged over problems.</param>
internal sealed record PairedComparison(double Ratio, double MedianRatio, double StandardError, double Better)
{
    public static PairedComparison Of(IReadOnlyList<QualityResult> first, IReadOnlyList<QualityResult> second)
    {
        var logarithms = new List<double>();
        double medians = 0;
        double better = 0;
        for (int i = 0; i < first.Count; i++)
        {
            double floor = RegretFloor.Of(second[i]);
            logarithms.AddRange(first[i].Runs.Zip(second[i].Runs, (a, b) => Math.Log((Math.Max(a.Final, 0) + floor) / (Math.Max(b.Final, 0) + floor))));
            medians += Math.Log((first[i].Final.Median + double.Epsilon) / (second[i].Final.Median + double.Epsilon));
            better += first[i].Runs.Average(a => second[i].Runs.Average(b => a.Final < b.Final ? 1 : a.Final == b.Final ? 0.5 : 0));
        }

        double mean = logarithms.Average();
        double variance = logarithms.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, logarithms.Count - 1);
        return new PairedComparison(Math.Exp(mean), Math.Exp(medians / first.Count), Math.Exp(Math.Sqrt(variance / logarithms.Count)), better / first.Count);
    }

    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"geometric mean of the regret ratios {Ratio:G3} (x/÷ {StandardError:F2}), of the medians {MedianRatio:G3}, better with probability {Better:F3}");
}
