using System.Collections.Immutable;

namespace HyperTune.Tests;

public sealed class NestedTests
{
    private static readonly double[] Samples = [.. Enumerable.Range(0, 60).Select(static i => 0.4 + (0.1 * new RandomStream(6, (ulong)i).NextNormal()))];

    [Fact]
    public async Task Each_outer_fold_is_scored_with_what_was_tuned_without_it()
    {
        var seen = new List<int[]>();
        Study<MixedConfig> study = Study.Minimize<MixedConfig>(new StudyOptions { Name = "nested", Seed = 3, Strategy = Strategy.Random() });
        NestedResult<MixedConfig> nested = await study.NestedCrossValidateAsync(
            Folds.KFold(Samples.Length, 4),
            (inner, outer, token) =>
            {
                seen.Add([.. outer.Train]);
                return inner.RunAsync((config, trial, _) => Task.FromResult<TrialOutcome>(Loss(config, outer.Train)), 30, token);
            },
            (config, outer, _) => Task.FromResult(Loss(config, outer.Validation)));
        Assert.Equal(4, nested.Folds.Length);
        ImmutableArray<Fold> folds = Folds.KFold(Samples.Length, 4).Split(3);
        for (int number = 0; number < 4; number++)
        {
            NestedFold<MixedConfig> fold = nested.Folds[number];
            Assert.Equal((int[])[.. folds[number].Train], seen[number]);
            Assert.Equal([.. folds[number].Validation], (int[])[.. fold.Fold.Validation]);
            Assert.Equal($"nested, outer fold {number}", fold.Result.StudyName);
            Assert.Equal(30, fold.Result.Trials.Count);
            Assert.Equal(fold.Result.Best.Number, fold.Trial.Number);
            Assert.Equal(Loss(fold.Config, fold.Fold.Validation), fold.Score);
            Assert.StartsWith($"Outer fold {number}: ", $"{fold}", StringComparison.Ordinal);
        }

        double[] scores = [.. nested.Folds.Select(static fold => fold.Score)];
        double variance = scores.Sum(score => Math.Pow(score - scores.Average(), 2)) / 3;
        Assert.Equal(scores.Average(), nested.Mean, 12);
        Assert.Equal(Math.Sqrt(variance), nested.StandardDeviation, 12);
        Assert.Equal(Math.Sqrt(((1 / 4.0) + (15 / 45.0)) * variance), nested.StandardError, 12);
        Assert.Empty(study.Trials);
        Assert.Equal(MixedConfig.Space.Parameters.Select(static parameter => parameter.Name), nested.Stability.Select(static parameter => parameter.Name));
        Assert.Contains("\nActivation: ", $"{nested}", StringComparison.Ordinal);
        Assert.Equal(4, nested.Folds.Select(static fold => fold.Result.Seed).Distinct().Count());
    }

    [Fact]
    public async Task Outer_scores_are_not_computed_twice()
    {
        using var place = new StoragePlace("journal");
        StudyOptions options = new() { Name = "nested", Strategy = Strategy.Random() };
        int scored = 0;
        await Assert.ThrowsAsync<TimeoutException>(() => RunAsync(failing: 2));
        Assert.Equal(2, scored);
        NestedResult<MixedConfig> nested = await RunAsync(failing: -1);
        Assert.Equal(4, scored);
        NestedResult<MixedConfig> again = await RunAsync(failing: -1);
        Assert.Equal(4, scored);
        Assert.Equal($"{nested}", $"{again}");
        Assert.Equal(nested.Mean, again.Mean);

        Task<NestedResult<MixedConfig>> RunAsync(int failing)
            => Study.Minimize<MixedConfig>(options with { Storage = place.Storage() }).NestedCrossValidateAsync(
                Folds.KFold(Samples.Length, 4),
                (inner, outer, token) => inner.RunAsync((config, trial, _) => Task.FromResult<TrialOutcome>(Loss(config, outer.Train)), 5, token),
                (config, outer, _) =>
                {
                    if (outer.Number == failing)
                    {
                        throw new TimeoutException();
                    }

                    scored++;
                    return Task.FromResult(Loss(config, outer.Validation));
                });
    }

    [Fact]
    public void Agreement_is_one_for_equal_values_and_none_for_random_ones()
    {
        Parameter rate = MixedConfig.Space.Rate;
        Parameter activation = MixedConfig.Space.Activation;
        Assert.Equal(1, Stability(rate, [0.01, 0.01, 0.01]).Agreement);
        Assert.Equal(1, Stability(activation, [1, 1, 1]).Agreement);
        Assert.Equal("Rate: 0.01, -, 0.01 (agreement 1.00)", $"{Stability(rate, [0.01, double.NaN, 0.01])}");
        Assert.Equal(double.NaN, Stability(rate, [0.01, double.NaN]).Agreement);

        var random = new RandomStream(4);
        double[] vector = new double[MixedConfig.Space.DimensionCount];
        double[] sums = new double[2];
        for (int round = 0; round < 500; round++)
        {
            var drawn = new List<double[]>();
            for (int fold = 0; fold < 5; fold++)
            {
                MixedConfig.Space.SampleAllowedVector(ref random, vector);
                drawn.Add([.. vector]);
            }

            sums[0] += Stability(rate, [.. drawn.Select(own => own[rate.Index])]).Agreement / 500;
            sums[1] += Stability(activation, [.. drawn.Select(own => own[activation.Index])]).Agreement / 500;
        }

        // The standard deviation of five values is a little too small on average.
        Assert.InRange(sums[0], 0, 0.1);
        Assert.InRange(sums[1], -0.06, 0.06);
    }

    [Fact]
    public async Task What_cannot_be_scored_is_said()
    {
        Study<MixedConfig> study = Study.Minimize<MixedConfig>(new StudyOptions { Name = "nested", Strategy = Strategy.Random() });
        Func<Study<MixedConfig>, Fold, CancellationToken, Task> tune = static (inner, _, token) => inner.RunAsync(static (config, trial, _) => Task.FromResult<TrialOutcome>(1), 2, token);
        Assert.StartsWith(
            "HoldOut(60 samples",
            (await Assert.ThrowsAsync<ArgumentException>(() => study.NestedCrossValidateAsync(Folds.HoldOut(60), tune, static (_, _, _) => Task.FromResult(1.0)))).Message,
            StringComparison.Ordinal);
        Assert.Equal(
            "The score of outer fold 0 of study 'nested' is NaN, which is not finite.",
            (await Assert.ThrowsAsync<InvalidOperationException>(() => study.NestedCrossValidateAsync(Folds.KFold(60, 3), tune, static (_, _, _) => Task.FromResult(double.NaN)))).Message);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => study.NestedCrossValidateAsync(Folds.KFold(60, 3), static (_, _, _) => Task.CompletedTask, static (_, _, _) => Task.FromResult(1.0)));
    }

    [Fact]
    public void An_inner_fold_is_within_the_training_of_the_outer_one()
    {
        foreach (Fold outer in Folds.KFold(23, 4).Split(5))
        {
            foreach (Fold inner in Folds.KFold(outer.Train.Length, 3).Split(6))
            {
                Fold within = inner.Within(outer);
                Assert.Equal((inner.Number, inner.Seed), (within.Number, within.Seed));
                Assert.Equal(outer.Train, within.Train.Concat(within.Validation).Order());
                Assert.Equal(inner.Validation.Select(place => outer.Train[place]), within.Validation);
            }
        }

        Fold small = Folds.KFold(6, 2).Split(1)[0];
        Assert.StartsWith("Fold 0 has sample 5, and fold 0 (3 to train, 3 to validate) has only 3 to train on", Assert.Throws<ArgumentException>(() => small.Within(small)).Message, StringComparison.Ordinal);
    }

    private static ParameterStability Stability(Parameter parameter, double[] values) => ParameterStability.Of(
        parameter,
        [.. values.Select(value =>
        {
            double[] vector = new double[MixedConfig.Space.DimensionCount];
            vector[parameter.Index] = value;
            return new ReadOnlyMemory<double>(vector);
        })]);

    private static double Loss(MixedConfig config, ImmutableArray<int> samples)
        => samples.Average(i => Math.Pow(Samples[i] - config.Quarter, 2)) + (config.Activation == "relu" ? 0 : 0.01);
}
