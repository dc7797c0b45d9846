using FsCheck;
using FsCheck.Fluent;

namespace HyperTune.Tests;

public sealed class InstanceEffectsTests
{
    private static readonly double[] Offsets = [0.6, -0.4, 0.3, -0.6, 0.1];

    [Fact]
    public void Offsets_of_folds_are_found_and_taken_off()
    {
        var effects = new InstanceEffects();
        for (int fold = 0; fold < Offsets.Length; fold++)
        {
            effects.Report(0, fold, 10 + Offsets[fold]);
        }

        effects.Report(1, 0, 20.6);
        effects.Report(2, 3, 29.4);
        effects.Report(2, 1, 29.6);
        Assert.Equal(0.6, effects.EffectOf(0), 1e-12);
        Assert.Equal(10, effects.ValueOf(0), 1e-12);
        Assert.Equal(20, effects.ValueOf(1), 1e-12);
        Assert.Equal(30, effects.ValueOf(2), 1e-12);
    }

    [Fact]
    public void Value_needs_an_instance_in_common_with_another_trial()
    {
        var effects = new InstanceEffects();
        effects.Report(0, 0, 1);
        effects.Report(0, 1, 2);
        effects.Report(1, 2, 3);
        Assert.Equal(double.NaN, effects.ValueOf(0));
        Assert.Equal(double.NaN, effects.ValueOf(1));
        Assert.Equal(double.NaN, effects.ValueOf(7));
        effects.Report(1, 1, 5);
        Assert.Equal(3, effects.ValueOf(1) - effects.ValueOf(0), 1e-12);
        effects.Forget(0);
        Assert.Equal(double.NaN, effects.ValueOf(1));
        Assert.Equal(double.NaN, effects.EffectOf(0));
    }

    [Fact]
    public void One_instance_for_all_has_no_effect()
    {
        var effects = new InstanceEffects();
        effects.Report(0, 4, 1);
        effects.Report(1, 4, 3);
        Assert.Equal(0, effects.EffectOf(4));
        Assert.Equal(3, effects.ValueOf(1));
    }

    [Fact]
    public void Parts_without_a_common_trial_do_not_touch_each_other()
    {
        var effects = new InstanceEffects();
        effects.Report(0, 0, 1);
        effects.Report(0, 1, 3);
        effects.Report(1, 0, 4);
        double before = effects.ValueOf(1);
        effects.Report(2, 7, 1000);
        effects.Report(2, 8, -1000);
        effects.Report(3, 8, -900);
        Assert.Equal(before, effects.ValueOf(1), 1e-12);
        Assert.Equal(5, before, 1e-12);
        Assert.Equal(100, effects.ValueOf(3), 1e-9);
        Assert.Equal(0, effects.EffectOf(7) + effects.EffectOf(8), 1e-9);
    }

    [Fact]
    public void Last_report_of_an_instance_counts_and_what_is_not_finite_does_not()
    {
        var effects = new InstanceEffects();
        effects.Report(0, 0, 1);
        effects.Report(0, 1, 2);
        effects.Report(1, 0, 99);
        effects.Report(1, 0, 5);
        effects.Report(1, 0, double.NaN);
        effects.Report(1, 1, double.NegativeInfinity);
        effects.Report(2, 1, double.PositiveInfinity);
        effects.Report(2, 2, double.MaxValue);
        Assert.Equal(5.5, effects.ValueOf(1), 1e-12);
        Assert.Equal(double.NaN, effects.ValueOf(2));
    }

    [Fact]
    public void Least_squares_agree_with_the_slow_reference()
        => Prop.ForAll(ArbMap.Default.ArbFor<ulong>(), static seed =>
        {
            var random = new RandomStream(seed);
            var effects = new InstanceEffects();
            var reference = new DenseInstanceEffects();
            int trials = 1 + (int)random.NextInteger(12);
            int instances = 1 + (int)random.NextInteger(9);
            long reports = random.NextInteger(1 + (trials * instances));
            for (int i = 0; i < reports; i++)
            {
                // Numbers of instances need not be small, nor in order.
                int trial = (int)random.NextInteger(trials);
                int instance = 1_000_003 * (int)random.NextInteger(instances);
                double value = random.NextInteger(10) == 0 ? double.NaN : 10 * random.NextNormal();
                effects.Report(trial, instance, value);
                reference.Report(trial, instance, value);
            }

            int cutShort = (int)random.NextInteger(trials);
            effects.Forget(cutShort);
            reference.Forget(cutShort);

            // Settled trials go on to count.
            foreach (int trial in reference.Trials.Where(static trial => trial % 3 == 1))
            {
                Assert.Equal(reference.ValueOf(trial), effects.ValueOf(trial), 1e-9);
                effects.Settle(trial);
            }

            foreach (int trial in reference.Trials.Where(static trial => trial % 3 != 1))
            {
                Assert.Equal(reference.ValueOf(trial), effects.ValueOf(trial), 1e-9);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Constant_on_one_fold_changes_no_difference_between_trials()
        => Prop.ForAll(ArbMap.Default.ArbFor<ulong>(), static seed =>
        {
            const int Trials = 8;
            const int Folds = 5;
            var random = new RandomStream(seed);
            var plain = new InstanceEffects();
            var shifted = new InstanceEffects();
            long fold = random.NextInteger(Folds);
            double constant = 10 * random.NextNormal();
            for (int trial = 0; trial < Trials; trial++)
            {
                // The first trial runs to its end, as one must before others can be stopped; so all trials compare.
                int seen = trial == 0 ? Folds : 1 + (int)random.NextInteger(Folds);
                for (int i = 0; i < seen; i++)
                {
                    double value = random.NextNormal();
                    plain.Report(trial, i, value);
                    shifted.Report(trial, i, value + (i == fold ? constant : 0));
                }
            }

            for (int trial = 1; trial < Trials; trial++)
            {
                Assert.Equal(plain.ValueOf(trial) - plain.ValueOf(0), shifted.ValueOf(trial) - shifted.ValueOf(0), 1e-9);
            }

            Assert.Equal(constant, shifted.EffectOf((int)fold) - plain.EffectOf((int)fold) + (constant / Folds), 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Trials_with_all_folds_have_their_plain_means()
    {
        var random = new RandomStream(3);
        var effects = new InstanceEffects();
        var means = new double[20];
        for (int trial = 0; trial < means.Length; trial++)
        {
            for (int fold = 0; fold < 4; fold++)
            {
                double value = random.NextNormal();
                effects.Report(trial, fold, value);
                means[trial] += value / 4;
            }
        }

        for (int trial = 0; trial < means.Length; trial++)
        {
            Assert.Equal(means[trial], effects.ValueOf(trial), 1e-12);
        }
    }

    [Theory]
    [InlineData(1e12)]
    [InlineData(1e163)]
    [InlineData(-1e200)]
    [InlineData(double.MaxValue)]
    [InlineData(double.MinValue)]
    public void A_fold_on_which_a_trial_diverged_says_nothing_about_the_others(double diverged)
    {
        foreach (int bad in new[] { 0, 5, 30 })
        {
            var random = new RandomStream(9);
            var effects = new InstanceEffects();
            var reference = new InstanceEffects();
            for (int trial = 0; trial < 40; trial++)
            {
                for (int fold = 0; fold < (trial % 4 == 3 ? 2 : 5); fold++)
                {
                    double value = trial + (3 * fold) + random.NextNormal();
                    effects.Report(trial, fold, trial == bad && fold == 2 ? diverged : value);
                    if (trial != bad)
                    {
                        reference.Report(trial, fold, value);
                    }
                }

                if (trial == bad)
                {
                    // Still much worse, or better, than all others, unless it reported that fold first of all.
                    Assert.True(trial == 0 || Math.Abs(effects.ValueOf(trial)) > 1e10);
                }

                if (trial is not 39)
                {
                    effects.Settle(trial);
                    reference.Settle(trial);
                }
            }

            Assert.Equal(reference.ValueOf(39), effects.ValueOf(39), 1e-9);
            Assert.All(Enumerable.Range(0, 5), fold => Assert.Equal(reference.EffectOf(fold), effects.EffectOf(fold), 1e-9));
        }
    }

    [Fact]
    public void Thousands_of_settled_trials_keep_their_digits()
    {
        var random = new RandomStream(5);
        var effects = new InstanceEffects();
        var reference = new double[30];
        for (int fold = 0; fold < reference.Length; fold++)
        {
            reference[fold] = random.NextNormal();
        }

        double mean = reference.Average();
        for (int trial = 0; trial < 5000; trial++)
        {
            // A chain: no trial sees more than three of the thirty folds.
            double level = 1000 * random.NextNormal();
            int first = (int)random.NextInteger(reference.Length - 2);
            for (int fold = first; fold < first + 3; fold++)
            {
                effects.Report(trial, fold, level + reference[fold]);
            }

            if (trial == 4999)
            {
                Assert.Equal(level + mean, effects.ValueOf(trial), 1e-8);
            }

            effects.Settle(trial);
        }

        Assert.Equal(reference[0] - mean, effects.EffectOf(0), 1e-8);
    }
}
