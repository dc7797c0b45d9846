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
            : Density(parameter.Distribution, value, 0.5, 1);

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
        return Density(parameter.Distribution, value, mean, bandwidth);
    }

    /// <summary>The density of a kernel, truncated to the unit interval, at a value; of a discrete one the mean over its cell.</summary>
    public static double Density(Distribution distribution, double value, double mean, double bandwidth)
    {
        if (distribution.Count is null)
        {
            return Truncated(distribution.ToUnit(value), mean, bandwidth);
        }

        (double begin, double end) = Cell(distribution, value);
        return Mass(begin, end, mean, bandwidth) / (end - begin);
    }

    /// <summary>The share of a kernel, truncated to the unit interval, that falls into a part of it.</summary>
    public static double Mass(double begin, double end, double mean, double bandwidth)
        => Between(begin, end, mean, bandwidth) / Between(0, 1, mean, bandwidth);

    /// <summary>The part of the unit interval that a discrete value owns, from the definition of its distribution.</summary>
    public static (double Begin, double End) Cell(Distribution distribution, double value)
    {
        double count = distribution.Count!.Value;
        double index = Math.Round((value - distribution.Low) / (distribution.High - distribution.Low) * (count - 1));
        switch (distribution)
        {
            case LogUniformDistribution:
                double low = Math.Log(distribution.Low - 0.5);
                double width = Math.Log(distribution.High + 0.5) - low;
                return ((Math.Log(value - 0.5) - low) / width, (Math.Log(value + 0.5) - low) / width);
            case NormalDistribution normal:
                return Bell(x => Normal.CDF(normal.Mean, normal.StandardDeviation, x), value, normal.Low, normal.High);
            case LogNormalDistribution normal:
                return Bell(x => LogNormal.CDF(normal.LogMean, normal.LogStandardDeviation, x), value, normal.Low, normal.High);
            default:
                return (index / count, (index + 1) / count);
        }
    }

    private static (double Begin, double End) Bell(Func<double, double> cdf, double value, double low, double high)
    {
        double below = cdf(low - 0.5);
        double mass = cdf(high + 0.5) - below;
        return ((cdf(value - 0.5) - below) / mass, (cdf(value + 0.5) - below) / mass);
    }

    // Above the mean by symmetry, so that differences in the upper tail keep their digits.
    private static double Between(double begin, double end, double mean, double bandwidth)
        => begin > mean
            ? Between((2 * mean) - end, (2 * mean) - begin, mean, bandwidth)
            : Normal.CDF(mean, bandwidth, end) - Normal.CDF(mean, bandwidth, begin);

    private static double Truncated(double x, double mean, double deviation)
        => Normal.PDF(mean, deviation, x) / (Normal.CDF(mean, deviation, 1) - Normal.CDF(mean, deviation, 0));
}
