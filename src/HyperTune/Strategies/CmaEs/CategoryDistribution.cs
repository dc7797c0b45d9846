using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.CmaEs;

/// <summary>The probabilities of the values of unordered parameters, which follow the natural gradient. Never changed, only followed by another.</summary>
/// <remarks>
/// Reference: R. Hamano et al., "CatCMA: stochastic optimization for mixed-category problems", GECCO 2024 (arXiv 2405.09962): the categorical part, with the
/// learning rate adapted as in Y. Akimoto, S. Shirakawa et al., "Adaptive stochastic natural gradient method", ICML 2019, and the margin of section 4.3.
/// </remarks>
internal sealed class CategoryDistribution
{
    // alpha of ASNG: how much of the gradients' sum may be noise.
    private const double NoiseRatio = 1.5;

    // With this probability no parameter of a generation is at a value that only the margin leaves.
    private const double LikelyShare = 0.73;

    private readonly double[][] _probabilities;
    private readonly double[] _sum;
    private readonly double _gamma;
    private readonly double _trust;
    private readonly int _freedom;

    /// <param name="dimensions">The unordered coordinates.</param>
    public CategoryDistribution(IReadOnlyList<CubeDimension> dimensions)
    {
        _probabilities = [.. dimensions.Select(static dimension => Enumerable.Repeat(1.0 / dimension.Count!.Value, (int)dimension.Count.Value).ToArray())];
        _freedom = _probabilities.Sum(static values => values.Length - 1);
        _sum = new double[_freedom];
        _gamma = 0;
        _trust = 1;
    }

    private CategoryDistribution(double[][] probabilities, double[] sum, double gamma, double trust)
    {
        (_probabilities, _sum, _gamma, _trust) = (probabilities, sum, gamma, trust);
        _freedom = sum.Length;
    }

    /// <summary>The probabilities of the values of a coordinate.</summary>
    public ReadOnlySpan<double> Of(int row) => _probabilities[row];

    /// <summary>Draws a value of a coordinate.</summary>
    public int Sample(int row, ref RandomStream random)
    {
        double place = random.NextUnit();
        double[] values = _probabilities[row];
        for (int k = 0; k < values.Length - 1; k++)
        {
            place -= values[k];
            if (place < 0)
            {
                return k;
            }
        }

        return values.Length - 1;
    }

    /// <summary>The probabilities after a generation.</summary>
    /// <param name="samples">The values of each sample, best first, row after row; -1 for a parameter that does not exist there.</param>
    /// <param name="weights">The positive weights, which add up to 1.</param>
    public CategoryDistribution Next(ReadOnlySpan<int> samples, ReadOnlySpan<double> weights)
    {
        int rows = _probabilities.Length;
        double[][] gradients = [.. _probabilities.Select(static values => new double[values.Length])];
        for (int i = 0; i < weights.Length; i++)
        {
            for (int row = 0; row < rows; row++)
            {
                if (samples[(i * rows) + row] is >= 0 and int value)
                {
                    gradients[row][value] += weights[i];
                    for (int k = 0; k < gradients[row].Length; k++)
                    {
                        gradients[row][k] -= weights[i] * _probabilities[row][k];
                    }
                }
            }
        }

        // The square root of Fisher's information times the gradient, without each parameter's last value, which the others decide.
        double[] scaled = new double[_freedom];
        int offset = 0;
        for (int row = 0; row < rows; row++)
        {
            double[] q = _probabilities[row];
            int last = q.Length - 1;
            double sum = -gradients[row][last];
            for (int k = 0; k < last; k++)
            {
                double root = Math.Sqrt(q[k]);
                scaled[offset++] = (gradients[row][k] / root) + (root * sum / (q[last] + Math.Sqrt(q[last])));
            }
        }

        double length = Math.Sqrt(scaled.Sum(static value => value * value));
        if (!(length > 0))
        {
            return this;
        }

        double delta = 1 / _trust;
        double beta = delta / Math.Sqrt(_freedom);
        double kept = 1 - Math.Min(1, beta);
        double added = Math.Sqrt((1 - kept) * (1 + kept));
        double[] sums = [.. _sum.Zip(scaled, (old, value) => (kept * old) + (added * value / length))];
        double gamma = (kept * kept * _gamma) + ((1 - kept) * (1 + kept));
        double trust = Math.Max(1, _trust * Math.Exp(Math.Min(1, beta) * (gamma - (sums.Sum(static value => value * value) / NoiseRatio))));
        double[][] next = [.. _probabilities.Select((q, row) => Bounded(q, gradients[row], delta / length, rows))];
        return new CategoryDistribution(next, sums, gamma, trust);
    }

    // Moved along the gradient, then no value below the margin.
    private static double[] Bounded(double[] q, double[] gradient, double rate, int rows)
    {
        double margin = (1 - Math.Pow(LikelyShare, 1.0 / rows)) / (q.Length - 1);
        double[] next = new double[q.Length];
        double sum = 0;
        for (int k = 0; k < q.Length; k++)
        {
            next[k] = Math.Max(margin, q[k] + (rate * gradient[k]));
            sum += next[k];
        }

        double above = sum - (margin * q.Length);
        for (int k = 0; k < q.Length; k++)
        {
            next[k] = above > 0 ? next[k] - ((sum - 1) * (next[k] - margin) / above) : 1.0 / q.Length;
        }

        return next;
    }
}
