using MathNet.Numerics.Distributions;

namespace HyperTune.Tests;

/// <summary>The ratio of the two mixtures written out from the formulas, in double precision, kernel by kernel.</summary>
internal static class TextbookDensity
{
    /// <summary>ln of the density among the best trials minus ln of that among the others.</summary>
    /// <param name="space">The space.</param>
    /// <param name="trials">The vectors with their trial numbers, best first.</param>
    /// <param name="good">How many of them are good.</param>
    /// <param name="minimumBandwidth">The smallest bandwidth.</param>
    /// <param name="factor">The factor of the larger gap.</param>
    /// <param name="candidate">Where to evaluate.</param>
    public static double LogRatio(SearchSpace space, IReadOnlyList<(double[] Vector, int Number)> trials, int good, double minimumBandwidth, double factor, double[] candidate)
    {
        double[] weights = [.. Enumerable.Range(1, good).Select(rank => Math.Log(good + 1) - Math.Log(rank))];
        double mean = weights.Average();
        double ofGood = LogDensity(space, [.. trials.Take(good)], [.. weights.Select(weight => weight / mean)], minimumBandwidth, factor, candidate);
        (double[] Vector, int Number)[] others = [.. trials.Skip(good)];
        return ofGood - LogDensity(space, others, [.. others.Select(static _ => 1.0)], minimumBandwidth, factor, candidate);
    }

    private static double LogDensity(
        SearchSpace space, (double[] Vector, int Number)[] trials, double[] weights, double minimum, double factor, double[] candidate)
    {
        double sum = Product(space, parameter => Prior(parameter, candidate[parameter.Index]), candidate);
        for (int k = 0; k < trials.Length; k++)
        {
            sum += weights[k] * Product(space, parameter => Kernel(parameter, trials, k, minimum, factor, candidate[parameter.Index]), candidate);
        }

        return Math.Log(sum / (1 + weights.Sum()));
    }

    private static double Product(SearchSpace space, Func<Parameter, double> density, double[] candidate)
        => space.Parameters
            .Where(parameter => !double.IsNaN(candidate[parameter.Index]) && parameter.Distribution.Low < parameter.Distribution.High)
            .Aggregate(1.0, (product, parameter) => product * density(parameter));

    private static double Prior(Parameter parameter, double value)
        => parameter.Distribution.IsCategorical
            ? 1.0 / parameter.Distribution.Count!.Value
            : Truncated(parameter.Distribution.ToUnit(value), 0.5, 1);

    private static double Kernel(Parameter parameter, (double[] Vector, int Number)[] trials, int k, double minimum, double factor, double value)
    {
        double own = trials[k].Vector[parameter.Index];
        if (parameter.Distribution.IsCategorical)
        {
            double categories = parameter.Distribution.Count!.Value;
            double a = 2.0 / (trials.Length + 1);
            return double.IsNaN(own) ? 1 / categories : ((own == value ? 1 : 0) + a) / (1 + (a * categories));
        }

        if (double.IsNaN(own))
        {
            return 1;
        }

        double mean = parameter.Distribution.ToUnit(own);

        // Equal means are in the order of the trials' numbers, after the prior.
        (double Mean, int Number)[] sorted =
        [
            .. trials.Where(trial => !double.IsNaN(trial.Vector[parameter.Index]))
                .Select(trial => (parameter.Distribution.ToUnit(trial.Vector[parameter.Index]), trial.Number))
                .Append((0.5, -1))
                .Order(),
        ];
        int place = Array.FindIndex(sorted, pair => pair.Number == trials[k].Number);
        double gap = Math.Max(
            place > 0 ? mean - sorted[place - 1].Mean : 0,
            place + 1 < sorted.Length ? sorted[place + 1].Mean - mean : 0);
        double bandwidth = Math.Clamp(factor * gap, minimum, 1);
        double cell = CellWidth(parameter.Distribution, own);
        return Truncated(parameter.Distribution.ToUnit(value), mean, Math.Sqrt((bandwidth * bandwidth) + (cell * cell / 12)));
    }

    private static double CellWidth(Distribution distribution, double value)
    {
        if (distribution.Count is not { } count)
        {
            return 0;
        }

        if (distribution is UniformDistribution or ListDistribution)
        {
            return 1.0 / count;
        }

        double low = Math.Max(value - 1, distribution.Low);
        double high = Math.Min(value + 1, distribution.High);
        return (distribution.ToUnit(high) - distribution.ToUnit(low)) / (high - low);
    }

    private static double Truncated(double x, double mean, double deviation)
        => Normal.PDF(mean, deviation, x) / (Normal.CDF(mean, deviation, 1) - Normal.CDF(mean, deviation, 0));
}
