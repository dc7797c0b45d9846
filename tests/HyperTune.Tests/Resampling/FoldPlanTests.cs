using System.Collections.Immutable;

namespace HyperTune.Tests;

public sealed class FoldPlanTests
{
    private const int Sizes = 60;

    public static TheoryData<string> Names => ["KFold", "in order", "Stratified", "Grouped", "StratifiedGrouped", "TimeSeries", "HoldOut", "Bootstrap", "LeaveOneOut", "Repeated"];

    // Two sides that are sound, over many sizes: the plan's own check would throw, and is not asked here.
    [Theory]
    [MemberData(nameof(Names))]
    public void Both_sides_are_apart_not_empty_and_ascending(string name)
    {
        for (int size = 12; size < 12 + Sizes; size++)
        {
            FoldPlan plan = Create(name, size);
            ImmutableArray<Fold> folds = plan.Split(size);
            Assert.Equal(plan.Count, folds.Length);
            Assert.Equal(size, plan.SampleCount);
            Assert.Equal(Enumerable.Range(0, folds.Length), folds.Select(static fold => fold.Number));
            foreach (Fold fold in folds)
            {
                Assert.NotEmpty(fold.Train);
                Assert.NotEmpty(fold.Validation);
                Assert.Empty(fold.Train.Intersect(fold.Validation));
                Assert.Equal(fold.Train.Order(), fold.Train);
                Assert.Equal(fold.Validation.Distinct().Order(), fold.Validation);
                Assert.All(fold.Train.Concat(fold.Validation), sample => Assert.InRange(sample, 0, size - 1));
                Assert.InRange(fold.Seed, 0, int.MaxValue);
            }

            Assert.Equal(folds.Length, folds.Select(static fold => fold.Seed).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("KFold")]
    [InlineData("in order")]
    [InlineData("Stratified")]
    [InlineData("Grouped")]
    [InlineData("StratifiedGrouped")]
    [InlineData("LeaveOneOut")]
    public void Each_sample_validates_once_and_trains_otherwise(string name)
    {
        for (int size = 12; size < 12 + Sizes; size++)
        {
            ImmutableArray<Fold> folds = Create(name, size).Split(3);
            Assert.Equal(Enumerable.Range(0, size), folds.SelectMany(static fold => fold.Validation).Order());
            Assert.All(folds, fold => Assert.Equal(Enumerable.Range(0, size), fold.Train.Concat(fold.Validation).Order()));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_seed_gives_the_same_folds(string name)
    {
        Assert.Equal(Text(Create(name, 40).Split(7)), Text(Create(name, 40).Split(7)));
        if (name is not ("TimeSeries" or "LeaveOneOut" or "in order"))
        {
            Assert.NotEqual(Text(Create(name, 40).Split(7)), Text(Create(name, 40).Split(8)));
        }
    }

    [Fact]
    public void A_seed_of_the_plan_counts_before_that_of_the_study()
        => Assert.Equal(Text(Folds.KFold(30, 3).Split(5)), Text(Folds.KFold(30, 3, seed: 5).Split(99)));

    [Fact]
    public void Folds_differ_in_size_by_one_at_most()
    {
        for (int size = 12; size < 12 + Sizes; size++)
        {
            foreach (string name in (string[])["KFold", "in order", "Stratified"])
            {
                int[] sizes = [.. Create(name, size).Split(size).Select(static fold => fold.Validation.Length)];
                Assert.InRange(sizes.Max() - sizes.Min(), 0, 1);
            }
        }
    }

    [Fact]
    public void Strata_differ_by_one_at_most_in_each_fold()
    {
        for (int size = 30; size < 30 + Sizes; size++)
        {
            string[] labels = Labels(size);
            ImmutableArray<Fold> folds = Folds.Stratified(labels, 4).Split(size);
            foreach (string label in labels.Distinct())
            {
                int[] counts = [.. folds.Select(fold => fold.Validation.Count(sample => labels[sample] == label))];
                Assert.InRange(counts.Max() - counts.Min(), 0, 1);
            }
        }
    }

    [Theory]
    [InlineData("Grouped")]
    [InlineData("StratifiedGrouped")]
    public void No_group_is_on_both_sides(string name)
    {
        for (int size = 12; size < 12 + Sizes; size++)
        {
            int[] groups = Groups(size);
            foreach (Fold fold in Create(name, size).Split(size))
            {
                Assert.Empty(fold.Train.Select(sample => groups[sample]).Intersect(fold.Validation.Select(sample => groups[sample])));
            }
        }
    }

    [Fact]
    public void Folds_of_groups_differ_by_the_largest_group_at_most()
    {
        int[] groups = [.. Enumerable.Range(0, 200).Select(static sample => (int)Math.Sqrt(sample))];
        for (long seed = 0; seed < 20; seed++)
        {
            int[] sizes = [.. Folds.Grouped(groups, 4).Split(seed).Select(static fold => fold.Validation.Length)];
            Assert.InRange(sizes.Max() - sizes.Min(), 0, groups.CountBy(static group => group).Max(static group => group.Value));
        }
    }

    // 300 samples in 60 groups, about a tenth of them of the rare class.
    [Fact]
    public void Folds_of_groups_have_the_classes_in_about_the_same_shares()
    {
        for (long seed = 0; seed < 20; seed++)
        {
            var random = new RandomStream((ulong)seed);
            int[] groups = [.. Enumerable.Range(0, 300).Select(static sample => sample / 5)];
            bool[] labels = [.. groups.Select(static group => group % 2 == 0)];
            labels = [.. labels.Select((isEven, sample) => isEven && random.NextInteger(5) == 0)];
            ImmutableArray<Fold> folds = Folds.StratifiedGrouped<bool, int>(labels, groups, 5).Split(seed);
            double share = labels.Count(static label => label) / 5.0;
            Assert.All(folds, fold => Assert.InRange(fold.Validation.Count(sample => labels[sample]), share - 1, share + 1));
            Assert.All(folds, static fold => Assert.InRange(fold.Validation.Length, 50, 70));
        }
    }

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(3, null, null)]
    [InlineData(2, 4, 10)]
    public void A_time_series_trains_on_the_past_without_the_gap(int gap, int? validationSize, int? window)
    {
        for (int size = 30; size < 30 + Sizes; size++)
        {
            ImmutableArray<Fold> folds = Folds.TimeSeries(size, 4, gap, validationSize, window).Split(0);
            Assert.Equal(size - 1, folds[^1].Validation[^1]);
            for (int i = 0; i < folds.Length; i++)
            {
                Assert.Equal(gap + 1, folds[i].Validation[0] - folds[i].Train[^1]);
                Assert.InRange(folds[i].Train.Length, 1, window ?? size);
                Assert.Equal(validationSize ?? size / 5, folds[i].Validation.Length);
                Assert.True(i == 0 || folds[i].Validation[0] == folds[i - 1].Validation[^1] + 1);
            }
        }
    }

    // The share of samples that are not drawn is (1 - 1/n)^n, 0.366 for 100; its deviation over 200 resamples of 100 is 0.0022.
    [Fact]
    public void A_bootstrap_trains_on_as_many_draws_as_samples_and_leaves_37_in_100_out()
    {
        ImmutableArray<Fold> folds = Folds.Bootstrap(100, 200).Split(1);
        Assert.All(folds, static fold => Assert.Equal(100, fold.Train.Length));
        Assert.InRange(folds.Average(static fold => fold.Validation.Length / 100.0), 0.366 - 0.009, 0.366 + 0.009);
    }

    // Two samples share one of five folds of twenty with probability 3/19; over 2,000 splits its deviation is 0.0082.
    [Fact]
    public void All_splits_are_equally_likely()
    {
        FoldPlan plan = Folds.KFold(20, 5);
        int together = 0;
        int[] first = new int[5];
        for (long seed = 0; seed < 2000; seed++)
        {
            ImmutableArray<Fold> folds = plan.Split(seed);
            together += folds.Count(static fold => fold.Validation.Contains(2) && fold.Validation.Contains(3));
            first[folds.Single(static fold => fold.Validation.Contains(0)).Number]++;
        }

        Assert.InRange(together / 2000.0, (3 / 19.0) - 0.033, (3 / 19.0) + 0.033);
        Assert.All(first, static count => Assert.InRange(count, 400 - 72, 400 + 72));
    }

    [Fact]
    public void A_hold_out_validates_with_its_share()
        => Assert.All(Enumerable.Range(2, 50), static size => Assert.Equal(
            Math.Clamp((int)Math.Round(size * 0.3), 1, size - 1), Folds.HoldOut(size, 0.3).Split(size).Single().Validation.Length));

    [Fact]
    public void Repeats_are_split_differently()
    {
        ImmutableArray<Fold> folds = Folds.Repeated(Folds.KFold(20, 4), 3).Split(0);
        Assert.Equal(12, folds.Length);
        for (int repeat = 0; repeat < 3; repeat++)
        {
            Assert.Equal(Enumerable.Range(0, 20), folds.Skip(4 * repeat).Take(4).SelectMany(static fold => fold.Validation).Order());
        }

        Assert.NotEqual(folds[0].Validation, folds[4].Validation);
    }

    private static FoldPlan Create(string name, int size) => name switch
    {
        "KFold" => Folds.KFold(size, 5),
        "in order" => Folds.KFold(size, 5, shuffle: false),
        "Stratified" => Folds.Stratified(Labels(size), 3),
        "Grouped" => Folds.Grouped(Groups(size), 3),
        "StratifiedGrouped" => Folds.StratifiedGrouped<string, int>([.. Enumerable.Range(0, size).Select(static i => i % 2 == 0 ? "a" : "b")], Groups(size), 3),
        "TimeSeries" => Folds.TimeSeries(size, 4, gap: 1),
        "HoldOut" => Folds.HoldOut(size),
        "Bootstrap" => Folds.Bootstrap(size, 4),
        "LeaveOneOut" => Folds.LeaveOneOut(size),
        "Repeated" => Folds.Repeated(Folds.KFold(size, 3), 2),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static string[] Labels(int size) => [.. Enumerable.Range(0, size).Select(static i => i % 4 == 3 ? "rare" : i % 2 == 0 ? "a" : "b")];

    private static int[] Groups(int size) => [.. Enumerable.Range(0, size).Select(static i => i / 3)];

    private static string Text(IEnumerable<Fold> folds)
        => string.Join('\n', folds.Select(static fold => $"{fold} {fold.Seed}: {string.Join(' ', fold.Train)} | {string.Join(' ', fold.Validation)}"));
}
