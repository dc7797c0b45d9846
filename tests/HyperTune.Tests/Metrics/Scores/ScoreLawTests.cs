using System.Reflection;

namespace HyperTune.Tests.Scores;

/// <summary>What holds for every score.</summary>
public sealed class ScoreLawTests
{
    private const int Draws = 20;

    public static TheoryData<string> Names => AllScores.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Equal_weights_are_no_weights(string name) => ForEachDraw((samples, random) =>
    {
        double plain = AllScores.ByName[name](samples, []);
        Same(plain, AllScores.ByName[name](samples, [.. Enumerable.Repeat(1.0, samples.Count)]));
        Same(plain, AllScores.ByName[name](samples, [.. Enumerable.Repeat(0.3, samples.Count)]));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Weight_is_how_often_a_sample_counts(string name) => ForEachDraw((samples, random) =>
    {
        // The first two samples make every score defined.
        int[] times = [.. Enumerable.Range(0, samples.Count).Select(i => i < 2 ? 1 : random.Next(4))];
        ScoreSamples repeated = samples.Take([.. times.SelectMany(static (count, i) => Enumerable.Repeat(i, count))]);
        Same(AllScores.ByName[name](repeated, []), AllScores.ByName[name](samples, [.. times.Select(static count => (double)count)]));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Order_of_samples_does_not_matter(string name) => ForEachDraw((samples, random) =>
    {
        int[] order = [.. Enumerable.Range(0, samples.Count)];
        random.Shuffle(order);
        double[] weights = [.. order.Select(_ => random.NextDouble() + 0.1)];
        Same(AllScores.ByName[name](samples, weights), AllScores.ByName[name](samples.Take(order), [.. order.Select(i => weights[i])]));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Sample_of_weight_0_is_not_looked_at(string name)
    {
        ScoreSamples samples = ScoreSamples.Draw(1, 10);
        double before = AllScores.ByName[name](samples.Take([.. Enumerable.Range(0, 9)]), []);
        samples.Classes[9] = 77;
        samples.PredictedClasses[9] = -77;
        samples.Probabilities[9] = double.NaN;
        samples.ClassProbabilities[9] = [2, 2, 2, 2];
        samples.Values[9] = 0;
        samples.PredictedValues[9] = double.PositiveInfinity;
        Same(before, AllScores.ByName[name](samples, [1, 1, 1, 1, 1, 1, 1, 1, 1, 0]));
    }

    [Theory]
    [InlineData(typeof(ClassificationScore), "LogLoss", "Brier")]
    [InlineData(typeof(RegressionScore), "MeanAbsoluteError", "RootMeanSquaredError", "MeanAbsolutePercentageError", "QuantileLoss")]
    public void Losses_are_to_be_minimized_and_all_else_maximized(Type scores, params string[] losses)
    {
        MethodInfo[] methods = scores.GetMethods(BindingFlags.Public | BindingFlags.Static);
        Assert.Equal(
            losses.Order(StringComparer.Ordinal),
            methods.Where(static method => DirectionOf(method) == OptimizationDirection.Minimize).Select(static method => method.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.All(methods, static method => Assert.True(Enum.IsDefined(DirectionOf(method))));
        Assert.All(methods, static method => Assert.Contains(AllScores.ByName.Keys, name => name.Split(' ', ',')[0] == method.Name));
    }

    private static OptimizationDirection DirectionOf(MethodInfo method) => method.GetCustomAttribute<ScoreAttribute>()!.Direction;

    private static void ForEachDraw(Action<ScoreSamples, System.Random> check)
    {
        for (int seed = 0; seed < Draws; seed++)
        {
            check(ScoreSamples.Draw(seed, 3 + (seed * 2)), new System.Random(seed));
        }
    }

    private static void Same(double expected, double actual) => Assert.InRange(Math.Abs(expected - actual), 0, 1e-12 * Math.Max(1, Math.Abs(expected)));
}
