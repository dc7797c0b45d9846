using HyperTune.Spaces.Coding;

namespace HyperTune.Models.Importance;

/// <summary>
/// The variance, over the values of a parameter, of the probability that a trial is among the best: with p the density of the trials and q that of the best
/// tenth g of them, g^2 times the Pearson divergence, the sum of p (q/p - 1)^2.
/// </summary>
/// <remarks>
/// References: S. Watanabe, A. Bansal and F. Hutter, "PED-ANOVA: efficiently quantifying hyperparameter importance in arbitrary subspaces", IJCAI 2023, with
/// the constants of Optuna's implementation; for conditional parameters "Conditional PED-ANOVA", arXiv 2601.20800. There the trials are divided into those in which
/// the parameter exists and those in which it does not; only the first count, times a^2/b, where a is their share of the best trials and b of all.
/// Whether it exists is what the parameter that decides so is credited with.
/// </remarks>
internal sealed class PedAnova : ImportanceMeasure
{
    private const int BestOneIn = 10;
    private const int FewestBest = 2;

    // Nothing is divided by 0.
    private const double Floor = 1e-12;

    private readonly double[] _losses;
    private readonly ParameterGrid[] _grids;
    private readonly int[][] _steps;

    /// <param name="cube">The space.</param>
    /// <param name="trials">The trials.</param>
    /// <param name="losses">Their losses, smaller is better; positive infinity for one that must not be among the best.</param>
    public PedAnova(UnitCube cube, IReadOnlyList<TrialResult> trials, double[] losses)
    {
        _losses = losses;
        _grids = [.. cube.Dimensions.Select(static dimension => new ParameterGrid(dimension))];
        _steps = [.. _grids.Select(_ => new int[losses.Length])];
        double[] point = new double[_grids.Length];
        for (int row = 0; row < losses.Length; row++)
        {
            cube.EncodeInWhole(trials[row].Vector.Span, point);
            for (int k = 0; k < point.Length; k++)
            {
                _steps[k][row] = _grids[k].StepOf(point[k]);
            }
        }
    }

    public override int RowCount => _losses.Length;

    public override int HalfSampleCount => 200;

    public override string Explain(string subject)
        => $"What tells the best {Best([.. Enumerable.Range(0, RowCount)]).Length} of {RowCount} trials by {subject} from all of them (PED-ANOVA).";

    public override double[][] Measure(IReadOnlyList<int[]> samples) => [.. samples.Select(Measure)];

    private double[] Measure(int[] rows)
    {
        double[] importance = new double[_grids.Length];
        int[] best = Best(rows);
        if (best.Length == 0 || best.Length == rows.Length)
        {
            return importance;
        }

        double share = (double)best.Length / rows.Length;
        for (int k = 0; k < importance.Length; k++)
        {
            int[] ofBest = Count(k, best);
            int[] ofAll = Count(k, rows);
            double activeOfBest = (double)ofBest.Sum() / best.Length;
            double activeOfAll = (double)ofAll.Sum() / rows.Length;
            if (activeOfBest > 0)
            {
                importance[k] = share * share * (activeOfBest * activeOfBest / activeOfAll) * Divergence(k, ofBest, ofAll);
            }
        }

        return importance;
    }

    // All as good as the last of the best tenth, so that equal trials are treated alike.
    private int[] Best(ReadOnlySpan<int> rows)
    {
        double[] sorted = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            sorted[i] = _losses[rows[i]];
        }

        Array.Sort(sorted);
        int wanted = Math.Max(FewestBest, (rows.Length + BestOneIn - 1) / BestOneIn);
        double limit = sorted[Math.Min(wanted, sorted.Length) - 1];
        var best = new List<int>();
        foreach (int row in rows)
        {
            if (_losses[row] <= limit && !double.IsPositiveInfinity(_losses[row]))
            {
                best.Add(row);
            }
        }

        return [.. best];
    }

    private int[] Count(int dimension, ReadOnlySpan<int> rows)
    {
        int[] counts = new int[_grids[dimension].StepCount];
        foreach (int row in rows)
        {
            int step = _steps[dimension][row];
            if (step >= 0)
            {
                counts[step]++;
            }
        }

        return counts;
    }

    private double Divergence(int dimension, int[] ofBest, int[] ofAll)
    {
        bool isCategorical = _grids[dimension].IsCategorical;
        double[] best = isCategorical ? GridDensity.Categorical(ofBest) : GridDensity.Numeric(ofBest);
        double[] all = isCategorical ? GridDensity.Categorical(ofAll) : GridDensity.Numeric(ofAll);
        double divergence = 0;
        for (int step = 0; step < best.Length; step++)
        {
            double p = all[step] + Floor;
            double ratio = ((best[step] + Floor) / p) - 1;
            divergence += p * ratio * ratio;
        }

        return divergence;
    }
}
