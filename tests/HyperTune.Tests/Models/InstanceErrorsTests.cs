using HyperTune.Models;

namespace HyperTune.Tests;

public sealed class InstanceErrorsTests
{
    [Fact]
    public void Without_other_trials_it_is_the_deviation_of_the_scores()
    {
        var errors = new InstanceErrors();
        Assert.Equal(Math.Sqrt(1.0 / 3), errors.Of(Reports(1, 2, 3), ratio: 0, isLearnt: false)!.Value, 1e-12);

        // Five folds of the ratio 1/4: the factor is 1/5 + 1/4.
        Assert.Equal(Math.Sqrt(2.5 * ((1 / 5.0) + 0.25)), errors.Of(Reports(1, 2, 3, 4, 5), ratio: 0.25, isLearnt: false)!.Value, 1e-12);
    }

    [Fact]
    public void Differences_between_instances_are_no_error()
    {
        var errors = new InstanceErrors();
        errors.Learn(Reports(10, 20, 30, 40));
        errors.Learn(Reports(110, 120, 130, 140));
        Assert.Equal(0, errors.Of(Reports(5, 15, 25, 35), 0, isLearnt: false));

        // Of a trial that was stopped, too: it had the last two.
        TrialReport[] stopped = [new(2, 26) { Kind = ReportKind.Instance }, new(3, 34) { Kind = ReportKind.Instance }];
        Assert.Equal(1, errors.Of(stopped, 0, isLearnt: false)!.Value, 1e-9);
    }

    [Fact]
    public void What_has_no_error_gets_none()
    {
        var errors = new InstanceErrors();
        Assert.Null(errors.Of([], 0, isLearnt: false));
        Assert.Null(errors.Of(Reports(1), 0, isLearnt: false));
        Assert.Null(errors.Of(Reports(1, double.NaN), 0, isLearnt: false));
        Assert.Null(errors.Of([new(0, 1), new(1, 2)], 0, isLearnt: false));
    }

    // Five folds that differ by far more than the noise of 0.5: the mean square of the errors is 0.05, and over 2,000 trials its deviation is 0.0008. One trial that
    // diverged is among those that the effects are learnt from.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_is_that_of_the_noise(bool isLearnt)
    {
        var random = new RandomStream(3);
        var errors = new InstanceErrors();
        errors.Learn(Noisy(ref random));
        errors.Learn(Reports(1e9, -1e9, 1e9, 5, 1e8));
        for (int i = 0; i < 100; i++)
        {
            errors.Learn(Noisy(ref random));
        }

        double sum = 0;
        for (int i = 0; i < 2000; i++)
        {
            TrialReport[] trial = Noisy(ref random);
            if (isLearnt)
            {
                errors.Learn(trial);
            }

            double error = errors.Of(trial, 0, isLearnt)!.Value;
            sum += error * error / 2000;
        }

        Assert.InRange(sum, 0.05 - 0.003, 0.05 + 0.003);
    }

    [Fact]
    public void More_instances_than_before_begin_anew()
    {
        var errors = new InstanceErrors();
        errors.Learn(Reports(1, 2));
        errors.Learn(Reports(1, 2, 3));
        Assert.Equal(1, errors.TrialCount);
        errors.Learn(Reports(7, 8));
        Assert.Equal(1, errors.TrialCount);
        Assert.Equal(0, errors.Of(Reports(4, 5, 6), 0, isLearnt: false));
    }

    private static TrialReport[] Noisy(ref RandomStream random)
    {
        double[] values = new double[5];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (100 * i) + (0.5 * random.NextNormal());
        }

        return Reports(values);
    }

    private static TrialReport[] Reports(params double[] values)
        => [.. values.Select(static (value, step) => new TrialReport(step, value) { Kind = ReportKind.Instance })];
}
