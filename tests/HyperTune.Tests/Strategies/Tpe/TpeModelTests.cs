namespace HyperTune.Tests;

public sealed class TpeModelTests
{
    private static readonly TpeSettings Settings = new();

    [Theory]
    [InlineData(12)]
    [InlineData(60)]
    [InlineData(300)]
    public void Score_is_the_textbook_ratio_of_densities(int trials)
    {
        TestSpace space = TpeSpaces.Conditional();
        var cube = new UnitCube(space);
        double[][] vectors = [.. Enumerable.Range(0, trials).Select(i => Draw(space, (ulong)i))];
        double[] values = [.. vectors.Select(vector => TpeSpaces.Value(space, vector))];
        TpeHistory history = History(cube, vectors, values, Enumerable.Range(0, trials));
        var model = new TpeModel(cube, Settings, history);
        model.Update();

        (double[] Vector, int Number)[] ordered = [.. Enumerable.Range(0, trials).OrderBy(i => values[i]).Select(i => (vectors[i], i))];
        int good = Math.Min(25, (int)Math.Ceiling(0.15 * trials));
        double minimum = Settings.MinimumBandwidth(trials, model.TypicalNumericCount);
        for (ulong seed = 0; seed < 50; seed++)
        {
            double[] vector = Draw(space, 10_000 + seed);
            var candidate = new TpeCandidate(cube.Dimensions.Length);
            cube.Encode(vector, candidate.Point);
            model.Score([candidate], model.Good);
            double expected = TextbookDensity.LogRatio(space, ordered, good, minimum, Settings.BandwidthFactor, vector);
            Assert.Equal(expected, candidate.Score, 1e-4);
        }
    }

    [Theory]
    [InlineData(1, 8192)]
    [InlineData(2, 8192)]
    [InlineData(3, 8192)]
    [InlineData(4, 30)]
    public void Model_kept_up_to_date_is_bit_for_bit_the_one_built_at_once(ulong seed, int maximumOther)
    {
        TpeSettings settings = Settings with { MaximumOther = maximumOther };
        TestSpace space = TpeSpaces.Conditional();
        var cube = new UnitCube(space);
        const int Trials = 120;
        double[][] vectors = [.. Enumerable.Range(0, Trials).Select(i => Draw(space, (1000 * seed) + (ulong)i))];
        double[] values = [.. vectors.Select(vector => TpeSpaces.Value(space, vector))];
        var history = new TpeHistory(cube.Dimensions.Length);
        var model = new TpeModel(cube, settings, history);
        var random = new RandomStream(seed);
        var running = new List<int>();
        for (int i = 0; i < Trials; i++)
        {
            history.Add(i, out Span<double> point);
            cube.Encode(vectors[i], point);
            running.Add(i);
            while (running.Count > 0 && random.NextUnit() < 0.5)
            {
                int done = running[(int)random.NextInteger(running.Count)];
                running.Remove(done);
                history.Finish(history.Find(done), Completed(done, values[done]));
            }

            model.Update();
        }

        TpeHistory fresh = History(cube, vectors, values, Enumerable.Range(0, Trials).Except(running));
        var built = new TpeModel(cube, settings, fresh);
        built.Update();
        Assert.InRange(built.Other.Table.Count, 2.0, Math.Min(Trials, 1.5 * maximumOther) + 1);
        AssertSameScores(space, cube, built, model);
    }

    [Fact]
    public void Trials_that_move_to_other_slots_leave_no_trace_in_the_mixtures()
    {
        TestSpace space = TpeSpaces.Conditional();
        var cube = new UnitCube(space);
        const int Trials = 60;
        double[][] vectors = [.. Enumerable.Range(0, Trials).Select(static i => Draw(TpeSpaces.Conditional(), 3000 + (ulong)i))];
        double[] values = [.. vectors.Select(vector => TpeSpaces.Value(space, vector))];
        var history = new TpeHistory(cube.Dimensions.Length);
        var model = new TpeModel(cube, Settings, history);

        // The odd ones push the even ones to other slots, one at a time.
        foreach (int i in Enumerable.Range(0, Trials).OrderBy(static i => i % 2))
        {
            cube.Encode(vectors[i], PointOf(history, i));
            history.Finish(history.Find(i), Completed(i, values[i]));
            model.Update();
        }

        var built = new TpeModel(cube, Settings, History(cube, vectors, values, Enumerable.Range(0, Trials)));
        built.Update();
        Assert.Equal(built.Best.ToArray(), model.Best.ToArray());
        AssertSameScores(space, cube, built, model);
    }

    [Fact]
    public void Move_along_an_axis_is_scored_like_the_moved_candidate()
    {
        TestSpace space = TestSpace.Cube(4);
        var cube = new UnitCube(space);
        double[][] vectors = [.. Enumerable.Range(0, 600).Select(i => Draw(space, (ulong)i))];
        TpeHistory history = History(cube, vectors, [.. vectors.Select(static v => v.Sum())], Enumerable.Range(0, 600));
        var model = new TpeModel(cube, Settings, history);
        model.Update();
        var candidate = new TpeCandidate(cube.Dimensions.Length);
        Draw(space, 5_000).CopyTo(candidate.Point, 0);
        float[] exponents = [];
        model.Other.Table.Exponents(candidate, ref exponents);
        double before = candidate.Point[2];
        double moved = model.Other.Table.EvaluateMove(exponents, cube.Numeric[2], before, 0.25, keep: true);
        candidate.Point[2] = 0.25;
        double[] expected = new double[1];
        model.Other.Table.Evaluate([candidate], expected);
        Assert.Equal(expected[0], moved, 1e-4);
        Assert.Equal(expected[0], model.Other.Table.EvaluateMove(exponents, cube.Numeric[2], 0.25, 0.25, keep: false), 1e-4);
    }

    [Fact]
    public void Share_of_the_others_has_the_density_of_all()
    {
        TestSpace space = TestSpace.Cube(2);
        var cube = new UnitCube(space);
        double[][] vectors = [.. Enumerable.Range(0, 4000).Select(i => Draw(space, (ulong)i).Select(static x => x * x).ToArray())];
        TpeHistory history = History(cube, vectors, [.. vectors.Select(static v => v.Sum())], Enumerable.Range(0, 4000));
        double[] LogDensities(int maximumOther)
        {
            var model = new TpeModel(cube, Settings with { MaximumOther = maximumOther }, history);
            model.Update();
            TpeCandidate[] candidates = [.. Enumerable.Range(0, 20).Select(_ => new TpeCandidate(2))];
            for (int i = 0; i < candidates.Length; i++)
            {
                Draw(space, 9_000 + (ulong)i).CopyTo(candidates[i].Point, 0);
            }

            double[] sums = new double[candidates.Length];
            model.Other.Table.Evaluate(candidates, sums);
            return [.. sums.Select(sum => sum - model.Other.LogTotalWeight)];
        }

        double[] all = LogDensities(4000);
        double[] share = LogDensities(1000);

        // A density over 1,000 of 4,000 trials is noisier at a point, and the same on average.
        Assert.InRange(all.Zip(share, static (a, b) => Math.Abs(a - b)).Average(), 0, 0.6);
        Assert.InRange(all.Zip(share, static (a, b) => a - b).Average(), -0.25, 0.25);
        Assert.NotEqual(all, share);
    }

    private static void AssertSameScores(TestSpace space, UnitCube cube, TpeModel expected, TpeModel actual)
    {
        for (ulong i = 0; i < 50; i++)
        {
            var a = new TpeCandidate(cube.Dimensions.Length);
            var b = new TpeCandidate(cube.Dimensions.Length);
            cube.Encode(Draw(space, 20_000 + i), a.Point);
            a.Point.CopyTo(b.Point, 0);
            actual.Score([a], actual.Good);
            expected.Score([b], expected.Good);
            Assert.Equal(b.Score, a.Score);
        }
    }

    private static Span<double> PointOf(TpeHistory history, int number)
    {
        history.Add(number, out Span<double> point);
        return point;
    }

    private static TrialStanding Completed(int number, double value) => new(number, TrialState.Completed, value, 0, 0);

    private static TpeHistory History(UnitCube cube, double[][] vectors, double[] values, IEnumerable<int> finished)
    {
        var history = new TpeHistory(cube.Dimensions.Length);
        for (int i = 0; i < vectors.Length; i++)
        {
            history.Add(i, out Span<double> point);
            cube.Encode(vectors[i], point);
        }

        foreach (int i in finished)
        {
            history.Finish(i, Completed(i, values[i]));
        }

        return history;
    }

    private static double[] Draw(SearchSpace space, ulong seed)
    {
        double[] vector = new double[space.DimensionCount];
        var random = new RandomStream(seed, stream: 7);
        space.SampleVector(ref random, vector);
        return vector;
    }
}
