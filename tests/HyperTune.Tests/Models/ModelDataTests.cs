namespace HyperTune.Tests;

/// <summary>How models order, scale and select the trials they learn from.</summary>
public sealed class ModelDataTests
{
    [Fact]
    public void Standardized_outputs_have_mean_0_and_deviation_1()
    {
        double[] outputs = new double[4];
        (double mean, double deviation) = OutputTransform.Apply(OutputScale.Standardized, [1, 2, 3, 6], outputs);
        Assert.Equal(3, mean, 1e-12);
        Assert.Equal(Math.Sqrt(3.5), deviation, 1e-12);
        Assert.Equal(3 / Math.Sqrt(3.5), outputs[3], 1e-12);
        Assert.Equal(0, outputs.Sum(), 1e-12);
    }

    [Fact]
    public void Warped_outputs_are_the_ones_computed_by_hand()
    {
        // Median 3; of the better half's distances 0, 1, 2 the root mean square is sqrt(5/3); the worse values have the ranks 2 and 1 of 2.5 cells.
        double width = Math.Sqrt(5.0 / 3);
        double[] halfRanked = [1, 2, 3, 3 - (width * StandardNormal.Quantile(0.3)), 3 - (width * StandardNormal.Quantile(0.1))];
        double range = halfRanked[4] - 1;
        double[] stretched = [.. halfRanked.Select(value => Math.Log(1 + (0.5 * (value - 1) / range)))];
        double mean = stretched.Average();
        double deviation = Math.Sqrt(stretched.Average(value => (value - mean) * (value - mean)));
        double[] outputs = new double[5];
        OutputTransform.Apply(OutputScale.Warped, [1, 2, 3, 50, 1000], outputs);
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal((stretched[i] - mean) / deviation, outputs[i], 1e-9);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1e-200)]
    [InlineData(1e200)]
    public void Around_zero_differences_count_more_and_zero_is_where_it_was(double unit)
    {
        // The median size is 4; 100 is no further than asinh(25) of them.
        double[] values = [-8, -0.5, 0.5, 4, 100];
        double[] wanted = [.. values.Select(static value => Math.Asinh(value / 4))];
        double mean = wanted.Average();
        double deviation = Math.Sqrt(wanted.Average(value => (value - mean) * (value - mean)));
        double[] outputs = new double[5];
        (double foundMean, double foundDeviation) = OutputTransform.Apply(OutputScale.AroundZero, [.. values.Select(value => value * unit)], outputs);
        Assert.All(wanted.Zip(outputs), pair => Assert.Equal((pair.First - mean) / deviation, pair.Second, 1e-9));
        Assert.Equal(mean, foundMean, 1e-9);
        Assert.Equal(deviation, foundDeviation, 1e-9);
        Assert.InRange(-foundMean / foundDeviation, outputs[1], outputs[2]);
    }

    [Theory]
    [InlineData(new double[] { 7e9, 7e9 + 1, 7e9 + 2 })]
    [InlineData(new double[] { -7e9, -7e9 - 1, -7e9 - 2 })]
    [InlineData(new double[] { 0, 0, 5 })]
    [InlineData(new double[] { 0, 0, 0 })]
    public void Around_zero_the_limit_is_on_its_side_of_all_outputs(double[] values)
    {
        double[] outputs = new double[values.Length];
        (double mean, double deviation) = OutputTransform.Apply(OutputScale.AroundZero, values, outputs);
        Assert.All(values.Zip(outputs), pair => Assert.Equal(Math.Sign(pair.First), Math.Sign(Math.Round(pair.Second + (mean / deviation), 9))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Outputs_keep_the_order_and_stay_finite(int scale)
    {
        double[] values = [3, -1e308, 7, 7, 1e308, 0, -5, 1e-300, 12];
        double[] outputs = new double[values.Length];
        OutputTransform.Apply((OutputScale)scale, values, outputs);
        Assert.All(outputs, static output => Assert.True(double.IsFinite(output)));
        for (int i = 0; i < values.Length; i++)
        {
            for (int j = 0; j < values.Length; j++)
            {
                Assert.True(values[i] > values[j] || outputs[i] <= outputs[j]);
            }
        }
    }

    [Theory]
    [InlineData(1e13)]
    [InlineData(1e163)]
    [InlineData(1e308)]
    [InlineData(double.MaxValue)]
    public void Diverged_values_leave_the_others_as_far_apart_as_they_are_without(double diverged)
    {
        double[] good = [0.3, 0.1, 0.25, 0.2, 0.15, 0.4, 0.9];
        double[] values = [.. good, diverged, diverged / 3];
        foreach (OutputScale scale in new[] { OutputScale.Standardized, OutputScale.Warped })
        {
            double[] outputs = new double[values.Length];
            (double mean, double deviation) = OutputTransform.Apply(scale, values, outputs);
            Assert.InRange(mean, 0, 1);
            Assert.InRange(deviation, 0.1, 1);
            Assert.True(outputs[7] >= outputs[8] && outputs[8] > outputs[6]);
            Assert.True(outputs[4] - outputs[1] > 0.05, $"{outputs[4]} - {outputs[1]}");
        }
    }

    [Fact]
    public void What_is_only_very_bad_counts_as_what_it_is()
    {
        Assert.Equal(double.PositiveInfinity, DivergedValues.Limit([]));
        Assert.Equal(double.PositiveInfinity, DivergedValues.Limit([5]));
        Assert.Equal(double.PositiveInfinity, DivergedValues.Limit([1, 2, 3, 4, 5, 1e12]));
        Assert.Equal(double.PositiveInfinity, DivergedValues.Limit([0.1, 0.1, 0.1, 0.1, 0.1, 0.1 + 1e-16, 0.1 + 2e-16, 0.9]));
        Assert.Equal(double.PositiveInfinity, DivergedValues.Limit([1, 2, 3, 1e100]));
        Assert.Equal(9, DivergedValues.Limit([1, 2, 3, 4, 5, 1e13]));
        Assert.Equal(9, DivergedValues.Limit([1e308, 5, -3 + 4, 2, 3, 4, double.MaxValue]));
        Assert.InRange(DivergedValues.Limit([1, 2, 3, 1e163]), 1e139, 1e141);
        Assert.Equal(double.PositiveInfinity, DivergedValues.Limit([double.MinValue, 0, double.MaxValue]));
    }

    [Fact]
    public void Rounding_errors_of_zero_leave_ordinary_values_as_they_are()
    {
        double[] values = [6e-17, 0, 1.1e-16, 5e-17, 7e-17, 1e-16, 0.5, 1, 2.5];
        Assert.Equal(double.PositiveInfinity, DivergedValues.Limit(values));
        double[] outputs = new double[values.Length];
        (double mean, double deviation) = OutputTransform.Apply(OutputScale.Standardized, values, outputs);
        Assert.Equal(4.0 / 9, mean, 1e-9);
        Assert.All(values.Zip(outputs), pair => Assert.Equal((pair.First - mean) / deviation, pair.Second, 1e-9));
        Assert.InRange(DivergedValues.Limit([.. values, 1e30]), 2.5, 1e6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e9)]
    [InlineData(-1e12)]
    public void An_offset_changes_nothing_but_the_mean(double offset)
    {
        double[] values = [3, 1, 4, 1.5, 9, 2.25];
        double[] expected = new double[values.Length];
        double[] outputs = new double[values.Length];
        foreach (OutputScale scale in new[] { OutputScale.Standardized, OutputScale.Warped })
        {
            OutputTransform.Apply(scale, values, expected);
            (double mean, _) = OutputTransform.Apply(scale, [.. values.Select(value => value + offset)], outputs);
            Assert.Equal(offset, mean, 10.0);
            Assert.All(expected.Zip(outputs), static pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        }
    }

    [Fact]
    public void Equal_values_become_zeros()
    {
        double[] outputs = [9, 9, 9];
        OutputTransform.Apply(OutputScale.Warped, [4, 4, 4], outputs);
        Assert.All(outputs, static output => Assert.Equal(0, output, 1e-9));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(30, 30)]
    [InlineData(32, 30)]
    [InlineData(33, 33)]
    [InlineData(36, 33)]
    [InlineData(37, 37)]
    public void Fits_happen_when_the_trials_have_grown_by_a_tenth(int count, int expected) => Assert.Equal(expected, RefitSchedule.LastFit(count));

    [Fact]
    public void Chain_of_fits_is_short_and_the_same_from_anywhere()
    {
        Assert.Equal(Enumerable.Range(1, 7), RefitSchedule.Chain(7));
        Assert.Equal([10, 11, 12], RefitSchedule.Chain(12));
        Assert.Equal(2, RefitSchedule.Chain(250).Count);
        for (int count = 10; count < 5000; count++)
        {
            List<int> chain = RefitSchedule.Chain(count);
            Assert.Equal(RefitSchedule.LastFit(count), chain[^1]);
            Assert.InRange(chain.Count, 1, count < 220 ? 13 : 2);
            Assert.All(chain, fit => Assert.Equal(chain.TakeWhile(other => other <= fit), RefitSchedule.Chain(fit)));
        }
    }

    [Fact]
    public void Subset_holds_the_best_the_latest_and_the_far_away()
    {
        var points = new PointSet(2);
        var values = new double[400];
        var random = new RandomStream(4);
        for (int i = 0; i < values.Length; i++)
        {
            // All trials crowd in one corner, but for one.
            points.Add(i == 57 ? [0.9, 0.9] : [0.2 * random.NextUnit(), 0.2 * random.NextUnit()]);
            values[i] = random.NextUnit();
        }

        int[] rows = SubsetSelection.Select(points, 2, values, 50);
        Assert.Equal(50, rows.Distinct().Count());
        Assert.Equal(rows.Order(), rows);
        Assert.Contains(57, rows);
        Assert.All(Enumerable.Range(390, 10), row => Assert.Contains(row, rows));
        Assert.All(values.Index().OrderBy(static pair => pair.Item).Take(15), pair => Assert.Contains(pair.Index, rows));
        Assert.Equal(Enumerable.Range(0, 400), SubsetSelection.Select(points, 2, values, 400));
    }

    [Fact]
    public void Progress_counts_only_when_noteworthy()
    {
        Assert.Equal(0, Stagnation.TrialsWithoutProgress([]));
        Assert.Equal(0, Stagnation.TrialsWithoutProgress([double.MaxValue, double.MinValue]));
        Assert.Equal(1, Stagnation.TrialsWithoutProgress([double.MaxValue, double.MinValue, double.MaxValue]));
        Assert.Equal(0, Stagnation.TrialsWithoutProgress([1e300, 9, 1e300, 8, 1e308, 7, 1e300, 6, 1e300, 1e300, 5, 4]));
        Assert.Equal(0, Stagnation.TrialsWithoutProgress([5, 4, 3, 2, 1]));
        Assert.Equal(2, Stagnation.TrialsWithoutProgress([5, 4, 1, 3, 3]));

        // The median is 5 and the best 0.999: steps of 0.001 are far below a hundredth of the distance.
        Assert.Equal(3, Stagnation.TrialsWithoutProgress([9, 8, 7, 5, 5, 6, 1, 0.9995, 6, 0.999]));
    }

    [Fact]
    public void History_does_not_depend_on_the_order_of_telling()
    {
        TrialResult[] results =
        [
            Completed(0, [1], 5),
            Completed(1, [2], 4),
            new TrialResult { Number = 2, Vector = new double[] { 3 }, State = TrialState.Failed },
            new TrialResult { Number = 3, Vector = new double[] { 4 }, State = TrialState.Pruned, Values = new double[] { 7 } },
            new TrialResult { Number = 4, Vector = new double[] { 5 }, State = TrialState.Pruned },
            Completed(1, [9], 4),
        ];
        TrialHistory forward = Tell(results);
        TrialHistory backward = Tell([.. results.Reverse()]);
        Assert.Equal(forward.Valued.ToArray().Select(Describe), backward.Valued.ToArray().Select(Describe));
        Assert.Equal(forward.Judged.ToArray().Select(Describe), backward.Judged.ToArray().Select(Describe));
        Assert.Equal([5, 4, 4, 7], forward.Valued.ToArray().Select(static trial => trial.Value));
        Assert.Equal([true, true, true, false, true], forward.Judged.ToArray().Select(static trial => trial.IsFeasible));
        Assert.True(forward.HasInfeasible);
        Assert.Equal(6, forward.Count);
    }

    [Fact]
    public void Running_trials_are_pending_until_they_end()
    {
        var history = new TrialHistory();
        history.Announce(3, [0.5, double.NaN]);
        Assert.Single(history.Pending);

        // A trial of an earlier study with the same number leaves the running one alone.
        history.Tell(Completed(3, [0.25, double.NaN], 1));
        Assert.Single(history.Pending);
        history.Tell(Completed(3, [0.5, double.NaN], 2));
        Assert.Empty(history.Pending);
        Assert.Equal(2, history.Count);
    }

    private static TrialResult Completed(int number, double[] vector, double value)
        => new() { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { value } };

    private static TrialHistory Tell(TrialResult[] results)
    {
        var history = new TrialHistory();
        foreach (TrialResult result in results)
        {
            history.Tell(result);
        }

        return history;
    }

    private static string Describe(Observation trial) => $"{trial.Number}: {string.Join(',', trial.Vector.ToArray())} {trial.Value} {trial.Violation}";
}
