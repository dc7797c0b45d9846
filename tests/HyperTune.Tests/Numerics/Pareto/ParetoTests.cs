using HyperTune.Numerics.Pareto;

namespace HyperTune.Tests.Numerics.Pareto;

/// <summary>Fronts, volumes and boxes against slow references.</summary>
public sealed class ParetoTests
{
    public static TheoryData<int, bool> Shapes => new() { { 1, false }, { 2, false }, { 2, true }, { 3, false }, { 3, true }, { 4, false }, { 4, true }, { 5, false }, { 5, true } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Volume_is_that_of_inclusion_and_exclusion(int objectives, bool isCoarse)
    {
        var random = new RandomStream(7, (ulong)objectives);
        for (int round = 0; round < 100; round++)
        {
            List<double[]> vectors = ParetoFronts.Draw(ref random, round % 10, objectives, isCoarse);
            double[] reference = [.. Enumerable.Range(0, objectives).Select(static k => 0.8 + (0.1 * k))];
            Assert.Equal(ParetoFronts.Volume(vectors, reference), Hypervolume.Of(vectors, reference), 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Front_has_the_first_of_equals_and_nothing_dominated(int objectives, bool isCoarse)
    {
        var random = new RandomStream(8, (ulong)objectives);
        for (int round = 0; round < 50; round++)
        {
            List<double[]> vectors = ParetoFronts.Draw(ref random, 1 + round, objectives, isCoarse);
            IEnumerable<int> expected = Enumerable.Range(0, vectors.Count)
                .Where(i => !vectors.Exists(other => ParetoFronts.IsDominated(vectors[i], other)) && !vectors.Take(i).Any(other => other.SequenceEqual(vectors[i])));
            Assert.Equal(expected, Domination.Front(vectors));
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Ranks_peel_front_by_front(int objectives, bool isCoarse)
    {
        var random = new RandomStream(9, (ulong)objectives);
        for (int round = 0; round < 40; round++)
        {
            List<double[]> vectors = ParetoFronts.Draw(ref random, 1 + round, objectives, isCoarse);
            double[] violations = [.. vectors.Select(vector => vector[0] > 0.7 ? Math.Round(vector[^1], 1) : 0)];
            int[] expected = Peel(vectors, violations);
            Assert.Equal(expected, NondominatedSort.Rank(vectors, violations));
        }
    }

    [Fact]
    public void Crowding_is_the_distance_of_neighbours_over_the_span()
    {
        double[][] losses = [[0, 4], [1, 2], [3, 1], [4, 0], [9, 9]];
        Assert.Equal([double.PositiveInfinity, (3.0 / 4) + (3.0 / 4), (3.0 / 4) + (2.0 / 4), double.PositiveInfinity], NondominatedSort.CrowdingDistances([0, 1, 2, 3], losses));
        Assert.Equal([double.PositiveInfinity, 0, double.PositiveInfinity], NondominatedSort.CrowdingDistances([0, 1, 2], [[1, 1], [1, 1], [1, 1]]));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(4, true)]
    public void Boxes_fill_what_is_not_dominated_exactly_once(int objectives, bool isCoarse)
    {
        var random = new RandomStream(10, (ulong)objectives);
        double[] reference = [.. Enumerable.Repeat(1.1, objectives)];
        for (int round = 0; round < 60; round++)
        {
            List<double[]> vectors = ParetoFronts.Draw(ref random, round % 14, objectives, isCoarse);
            double[][] front = [.. Domination.Front(vectors).Select(place => vectors[place])];
            (double[] Lower, double[] Upper)[] boxes = BoxDecomposition.Undominated(front, reference);
            double free = Math.Pow(2.1, objectives) - Hypervolume.Of(front, reference);
            Assert.Equal(free, boxes.Sum(static box => VolumeAbove(-1, box.Lower, box.Upper)), 1e-9);
            for (int point = 0; point < 20; point++)
            {
                double[] drawn = new double[objectives];
                for (int k = 0; k < objectives; k++)
                {
                    drawn[k] = (random.NextUnit() * 1.5) - 0.4;
                }

                bool isFree = drawn.All(static value => value < 1.1) && !front.Any(vector => vector.Zip(drawn).All(static pair => pair.First <= pair.Second));
                int count = boxes.Count(box => Enumerable.Range(0, objectives).All(k => box.Lower[k] <= drawn[k] && drawn[k] < box.Upper[k]));
                Assert.Equal(isFree ? 1 : 0, count);
            }
        }
    }

    private static double VolumeAbove(double floor, double[] lower, double[] upper)
        => lower.Zip(upper).Aggregate(1.0, (product, side) => product * Math.Max(0, side.Second - Math.Max(floor, side.First)));

    private static int[] Peel(List<double[]> vectors, double[] violations)
    {
        int[] ranks = new int[vectors.Count];
        var open = Enumerable.Range(0, vectors.Count).ToList();
        for (int rank = 0; open.Count > 0; rank++)
        {
            List<int> front = [.. open.Where(i => !open.Exists(j => IsBeaten(i, j)))];
            front.ForEach(i => ranks[i] = rank);
            open.RemoveAll(front.Contains);
        }

        return ranks;

        bool IsBeaten(int i, int j) => violations[i] > 0 || violations[j] > 0 ? violations[j] < violations[i] : ParetoFronts.IsDominated(vectors[i], vectors[j]);
    }
}
