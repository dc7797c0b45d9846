namespace HyperTune.Tests;

public sealed class GradientCheckTests
{
    [Fact]
    public void Right_derivatives_pass_on_every_scale_and_type()
    {
        GradientCheck<CheckedConfig> check = GradientCheck.Of<CheckedConfig, CheckedConfig.Gradient>(Right);
        check.ThrowIfWrong();
        Assert.Equal(["Rate", "Place", "Share", "Decay"], check.Derivatives.Select(static derivative => derivative.Parameter.Name));
        Assert.InRange(check[CheckedConfig.Space.Rate].RelativeError, 0, 1e-6);

        // A float holds a place to seven digits, and the differences reach over a ten-thousandth of the range.
        Assert.InRange(check[CheckedConfig.Space.Share].RelativeError, 0, 1e-4);
        Assert.InRange(check.LargestError, 0, 1e-4);
    }

    [Fact]
    public void Wrong_derivative_is_named_with_both_numbers()
    {
        var config = new CheckedConfig { Rate = 0.1, Place = 2 };
        GradientCheck<CheckedConfig> check = GradientCheck.Of(
            static (CheckedConfig config) => Right(config) is var (value, gradient) ? (value, gradient with { Place = -gradient.Place }) : default,
            new GradientCheckOptions<CheckedConfig> { Configs = [config] });
        Assert.Equal(2, check[CheckedConfig.Space.Place].RelativeError, 1e-6);
        Assert.Same(config, check[CheckedConfig.Space.Place].Config);
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => check.ThrowIfWrong());
        Assert.Equal(
            "The derivative by Place is given as -2 where differences say 2: a relative error of 2. The tolerance is 0.0001.", exception.Message);
    }

    [Fact]
    public void Factor_of_a_logarithmic_scale_is_noticed()
    {
        GradientCheck<CheckedConfig> check = GradientCheck.Of(
            static (CheckedConfig config) => Right(config) is var (value, gradient) ? (value, new CheckedConfig.Gradient { Rate = gradient.Rate * config.Rate }) : default);
        Assert.InRange(check[CheckedConfig.Space.Rate].RelativeError, 0.05, 2);
        Assert.Throws<KeyNotFoundException>(() => check[CheckedConfig.Space.Place]);
    }

    [Fact]
    public void Derivative_that_is_zero_is_right_where_the_value_does_not_change()
        => Assert.Equal(0, GradientCheck.Of(static (CheckedConfig _) => (3.0, new CheckedConfig.Gradient { Rate = 0, Place = 0 })).LargestError);

    [Fact]
    public void What_is_no_number_is_named()
    {
        Assert.StartsWith(
            "The derivative of the objective by Rate is NaN",
            Assert.Throws<InvalidOperationException>(() => GradientCheck.Of(static (CheckedConfig _) => (1.0, new CheckedConfig.Gradient { Rate = double.NaN }))).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "The objective returned Infinity for Rate = ",
            Assert.Throws<InvalidOperationException>(() => GradientCheck.Of(static (CheckedConfig _) => (double.PositiveInfinity, new CheckedConfig.Gradient()))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_check_is_a_fault()
        => Assert.Equal(
            "The objective gave no derivative that could be checked.",
            Assert.Throws<InvalidOperationException>(() => GradientCheck.Of(static (CheckedConfig _) => (1.0, new CheckedConfig.Gradient())).ThrowIfWrong()).Message);

    [Fact]
    public void Options_are_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>("RandomConfigs", static () => new GradientCheckOptions<CheckedConfig> { RandomConfigs = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("Step", static () => new GradientCheckOptions<CheckedConfig> { Step = 0.2 });
        Assert.Throws<ArgumentOutOfRangeException>("tolerance", static () => GradientCheck.Of<CheckedConfig, CheckedConfig.Gradient>(Right).ThrowIfWrong(0));
    }

    private static (double Value, CheckedConfig.Gradient Gradient) Right(CheckedConfig config)
    {
        double log = Math.Log(config.Rate);
        double decay = config.UsesDecay ? config.Decay : 0;
        return (
            (log * log) + (config.Place * config.Place / 2) + Math.Exp(config.Share) + (decay * config.Place),
            new CheckedConfig.Gradient
            {
                Rate = 2 * log / config.Rate,
                Place = config.Place + decay,
                Share = Math.Exp(config.Share),
                Decay = config.UsesDecay ? config.Place : null,
            });
    }
}

[SearchSpace]
internal sealed partial record CheckedConfig
{
    [LogUniform(1e-4, 0.5)] public double Rate { get; init; } = 0.1;

    [Normal(3, 2)] public double Place { get; init; } = 3;

    [Uniform(0, 1)] public float Share { get; init; } = 0.5f;

    [Choice] public bool UsesDecay { get; init; }

    [Uniform(0, 1), When(nameof(UsesDecay), true)] public double Decay { get; init; } = 0.5;
}
