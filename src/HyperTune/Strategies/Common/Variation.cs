using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Common;

/// <summary>Crosses and mutates coordinates of the unit cube, each by the kind of its parameter.</summary>
/// <remarks>
/// Numbers and ordered values: simulated binary crossover and polynomial mutation, both bounded, with Deb's and Agrawal's distribution indices (K. Deb and R. B.
/// Agrawal, "Simulated binary crossover for continuous search space", 1995; K. Deb and M. Goyal, "A combined genetic adaptive search", 1996). Values without order
/// come from either parent and mutate into any other.
/// </remarks>
internal static class Variation
{
    private const double CrossoverIndex = 15;
    private const double MutationIndex = 20;

    /// <summary>A coordinate between and around those of two parents, of whom the first is as likely the nearer one as the second.</summary>
    public static double Cross(CubeDimension dimension, double first, double second, ref RandomStream random)
    {
        double choice = random.NextUnit();
        double place = random.NextUnit();
        if (dimension.IsCategorical || first == second)
        {
            return choice < 0.5 ? first : second;
        }

        double low = Math.Min(first, second);
        double high = Math.Max(first, second);
        double distance = high - low;
        double room = choice < 0.5 ? low - dimension.Low : dimension.High - high;
        double beta = 1 + (2 * Math.Max(0, room) / distance);
        double alpha = 2 - Math.Pow(beta, -(CrossoverIndex + 1));
        double spread = place <= 1 / alpha
            ? Math.Pow(place * alpha, 1 / (CrossoverIndex + 1))
            : Math.Pow(1 / (2 - (place * alpha)), 1 / (CrossoverIndex + 1));
        double child = choice < 0.5 ? (low + high - (spread * distance)) / 2 : (low + high + (spread * distance)) / 2;
        return dimension.Snap(Math.Clamp(child, dimension.Low, dimension.High));
    }

    /// <summary>Another coordinate, mostly a near one; of a discrete parameter never the same.</summary>
    public static double Mutate(CubeDimension dimension, double coordinate, ref RandomStream random)
    {
        double place = random.NextUnit();
        if (dimension.IsCategorical)
        {
            long other = Math.Min((long)(place * (dimension.Count!.Value - 1)), dimension.Count.Value - 2);
            return other < (long)coordinate ? other : other + 1;
        }

        double width = dimension.High - dimension.Low;
        double below = Math.Clamp((coordinate - dimension.Low) / width, 0, 1);
        double step = place < 0.5
            ? Math.Pow((2 * place) + ((1 - (2 * place)) * Math.Pow(1 - below, MutationIndex + 1)), 1 / (MutationIndex + 1)) - 1
            : 1 - Math.Pow((2 * (1 - place)) + ((2 * (place - 0.5)) * Math.Pow(below, MutationIndex + 1)), 1 / (MutationIndex + 1));
        double mutated = Math.Clamp(coordinate + (step * width), dimension.Low, dimension.High);
        if (dimension.Count is not { } count)
        {
            return mutated;
        }

        double snapped = dimension.Snap(mutated);
        long index = dimension.IndexOf(coordinate);
        return dimension.IndexOf(snapped) != index ? snapped
            : dimension.CoordinateOf(index == 0 || (place >= 0.5 && index < count - 1) ? index + 1 : index - 1);
    }
}
