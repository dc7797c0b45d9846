using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.DifferentialEvolution;

/// <summary>New points by current-to-pbest/1 with binomial crossover: x + F (pbest - x) + F (r1 - r2), in the coordinates that crossover chooses.</summary>
/// <remarks>
/// References: J. Zhang and A. Sanderson, "JADE: adaptive differential evolution with optional external archive", IEEE Trans. Evol. Comp. 13, 2009, equations 4
/// and 7; bounds as in its section III: a coordinate beyond an end goes half way from its member's to that end.
/// </remarks>
internal sealed class DifferentialVariation(UnitCube cube)
{
    // p of L-SHADE: which share of the members counts as best.
    private const double BestShare = 0.11;

    /// <summary>Writes the point of a new config.</summary>
    /// <param name="state">The population; at least four members.</param>
    /// <param name="trialNumber">The trial's number, which says which member it challenges.</param>
    /// <param name="random">The trial's source of randomness.</param>
    /// <param name="point">Receives the point, in which every coordinate has a value.</param>
    /// <returns>F and CR.</returns>
    public (double Scale, double Rate) Create(DifferentialState state, int trialNumber, ref RandomStream random, Span<double> point)
    {
        (double scale, double rate) = state.Memory.Draw(ref random);
        int count = state.Members.Length;
        int target = state.TargetOf(trialNumber);
        int bests = Math.Max(2, (int)Math.Round(BestShare * count));
        double[] current = state.Members[target].Point;
        double[] best = state.Members[state.Order[random.NextInteger(Math.Min(bests, count))]].Point;
        int firstPlace = Other(count, target, -1, ref random);
        int secondPlace = Other(count + state.Archive.Length, target, firstPlace, ref random);
        double[] first = state.Members[firstPlace].Point;
        double[] second = secondPlace < count ? state.Members[secondPlace].Point : state.Archive[secondPlace - count];
        int forced = (int)random.NextInteger(point.Length);
        foreach (CubeDimension dimension in cube.Dimensions)
        {
            int i = dimension.Index;
            bool changes = random.NextUnit() < rate || i == forced;
            double draw = random.NextUnit();
            point[i] = changes ? Change(dimension, scale, draw, current[i], best[i], first[i], second[i]) : Existing(dimension, draw, current[i], best[i], first[i]);
        }

        return (scale, rate);
    }

    private static double Change(CubeDimension dimension, double scale, double draw, double current, double best, double first, double second)
    {
        if (double.IsNaN(current + best + first + second) || dimension.IsCategorical)
        {
            return dimension.IsCategorical ? Category(dimension, scale, draw, current, best, first, second) : Existing(dimension, draw, best, current, first);
        }

        double place = current + (scale * (best - current)) + (scale * (first - second));
        return place < dimension.Low ? (dimension.Low + current) / 2 : place > dimension.High ? (dimension.High + current) / 2 : place;
    }

    // A difference of values without order is whether there is one: the best's value with probability F; where others differ, theirs now and then.
    private static double Category(CubeDimension dimension, double scale, double draw, double current, double best, double first, double second)
        => draw < scale / 2 ? Existing(dimension, draw, best, current, first)
            : draw < scale && !first.Equals(second) ? Existing(dimension, draw, first, current, best)
            : Existing(dimension, draw, current, best, first);

    private static double Existing(CubeDimension dimension, double draw, double a, double b, double c)
        => !double.IsNaN(a) ? a : !double.IsNaN(b) ? b : !double.IsNaN(c) ? c : dimension.CoordinateAt(draw);

    private static int Other(int count, int a, int b, ref RandomStream random)
    {
        int place;
        do
        {
            place = (int)random.NextInteger(count);
        }
        while (place == a || place == b);
        return place;
    }
}
