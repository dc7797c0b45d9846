using HyperTune.Numerics.Pareto;
using MathNet.Numerics.LinearAlgebra;

namespace HyperTune.Strategies.Nsga;

/// <summary>
/// NSGA-III's selection: front by front, and of the last that does not fit the trials near directions that have few. Deb and Jain, "An evolutionary
/// many-objective optimization algorithm using reference-point-based nondominated sorting approach", 2014.
/// </summary>
internal sealed class ReferencePointSelection(int objectives, int population) : ISurvivorSelection
{
    // The weight of the other axes in the search for the extreme point of one (equation 4).
    private const double OffAxis = 1e6;

    private readonly double[][] _directions = ReferencePoints.OnSimplex(objectives, ReferencePoints.DivisionsFor(objectives, population));

    public Survivor[] Select(IReadOnlyList<Individual> candidates, int count, ref RandomStream random)
    {
        int[] ranks = NondominatedSort.Rank([.. candidates.Select(static individual => individual.Losses)], [.. candidates.Select(static individual => individual.Violation)]);
        var chosen = new List<int>(count);
        int[] last = [];
        foreach (IGrouping<int, int> front in Enumerable.Range(0, candidates.Count).GroupBy(place => ranks[place]).OrderBy(static group => group.Key))
        {
            if (chosen.Count + front.Count() > count)
            {
                last = [.. front];
                break;
            }

            chosen.AddRange(front);
        }

        if (chosen.Count < count && last.Length > 0)
        {
            Fill(candidates, chosen, last, count, ref random);
        }

        return [.. chosen.Order().Select(place => new Survivor(candidates[place], ranks[place], 0))];
    }

    private void Fill(IReadOnlyList<Individual> candidates, List<int> chosen, int[] last, int count, ref RandomStream random)
    {
        int[] considered = [.. chosen, .. last];
        double[][] normalized = Normalize([.. considered.Select(place => candidates[place].Losses)]);
        (int Direction, double Distance)[] nearest = [.. normalized.Select(Nearest)];
        int[] niches = new int[_directions.Length];
        for (int i = 0; i < chosen.Count; i++)
        {
            niches[nearest[i].Direction]++;
        }

        var open = Enumerable.Range(chosen.Count, last.Length).ToList();
        while (chosen.Count < count)
        {
            // Only directions that an open trial is near to; of those with the fewest trials one at random.
            int[] directions = [.. open.Select(i => nearest[i].Direction).Distinct()];
            int fewest = directions.Min(direction => niches[direction]);
            int[] emptiest = [.. directions.Where(direction => niches[direction] == fewest).Order()];
            int direction = emptiest[random.NextInteger(emptiest.Length)];
            int[] near = [.. open.Where(i => nearest[i].Direction == direction)];
            int taken = fewest == 0 ? near.MinBy(i => nearest[i].Distance) : near[random.NextInteger(near.Length)];
            niches[direction]++;
            open.Remove(taken);
            chosen.Add(considered[taken]);
        }
    }

    // Section IV-C: from the ideal point, in units of the intercepts of the plane through the extreme points.
    private static double[][] Normalize(double[][] losses)
    {
        int objectives = losses[0].Length;
        double[] ideal = new double[objectives];
        double[] worst = new double[objectives];
        for (int k = 0; k < objectives; k++)
        {
            ideal[k] = losses.Min(vector => vector[k]);
            worst[k] = losses.Max(vector => vector[k]) - ideal[k];
        }

        double[][] moved = [.. losses.Select(vector => vector.Select((value, k) => value - ideal[k]).ToArray())];
        double[] intercepts = Intercepts(moved, objectives) ?? worst;
        return [.. moved.Select(vector => vector.Select((value, k) => intercepts[k] > 0 ? value / intercepts[k] : value).ToArray())];
    }

    // Null where the extreme points span no plane that cuts all axes.
    private static double[]? Intercepts(double[][] moved, int objectives)
    {
        double[][] extremes = new double[objectives][];
        for (int axis = 0; axis < objectives; axis++)
        {
            extremes[axis] = moved.MinBy(vector => vector.Select((value, k) => k == axis ? value : OffAxis * value).Max())!;
        }

        Vector<double> plane = Matrix<double>.Build.DenseOfRowArrays(extremes).Solve(Vector<double>.Build.Dense(objectives, 1));
        double[] intercepts = [.. plane.Select(static value => 1 / value)];
        return Array.TrueForAll(intercepts, static value => double.IsFinite(value) && value > 1e-9) ? intercepts : null;
    }

    private (int Direction, double Distance) Nearest(double[] vector)
    {
        (int Direction, double Distance) nearest = (0, double.PositiveInfinity);
        for (int i = 0; i < _directions.Length; i++)
        {
            double distance = DistanceToLine(vector, _directions[i]);
            if (distance < nearest.Distance)
            {
                nearest = (i, distance);
            }
        }

        return nearest;
    }

    private static double DistanceToLine(double[] vector, double[] direction)
    {
        double along = 0;
        double length = 0;
        for (int k = 0; k < vector.Length; k++)
        {
            along += vector[k] * direction[k];
            length += direction[k] * direction[k];
        }

        double share = along / length;
        double square = 0;
        for (int k = 0; k < vector.Length; k++)
        {
            double off = vector[k] - (share * direction[k]);
            square += off * off;
        }

        return Math.Sqrt(square);
    }
}
