namespace HyperTune.Tests.Views;

/// <summary>The pictures that a program asks for.</summary>
public sealed class PlotTests
{
    private static readonly StudyResult<TestConfig> Result
        = Study.Minimize<TestConfig>(new StudyOptions { Name = "plotted", Seed = 2, Strategy = Strategy.Random() }).Run(static config => config.X * config.X, 12);

    [Fact]
    public void A_parameter_of_another_space_is_refused_with_those_that_there_are()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Result.Plots.Slices(TestSpace.CreateParameter("Other", 0, new UniformDistribution(0, 1))));
        Assert.Contains("Other is no parameter of study 'plotted'. Its parameters are X, Units.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contour_takes_two_parameters()
    {
        Parameter x = TestConfig.Space.Parameters[0];
        Assert.Contains("X is across already", Assert.Throws<ArgumentException>(() => Result.Plots.Contour(x, x)).Message, StringComparison.Ordinal);
        Assert.Equal("contour of study 'plotted'", Result.Plots.Contour(x, TestConfig.Space.Parameters[1]).ToString());
    }

    [Fact]
    public void A_plot_needs_a_path() => Assert.Throws<ArgumentException>(() => Result.Plots.History().Save(" "));
}
