namespace HyperTune.Tests;

public sealed class StudyOptionsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-4)]
    [InlineData(1025)]
    public void Parallelism_outside_its_range_is_refused(int parallelism)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new StudyOptions { Parallelism = parallelism });
        Assert.Equal("Parallelism", exception.ParamName);
        Assert.Equal(parallelism, exception.ActualValue);
        Assert.Contains("from 1 to 1024", exception.Message);
    }

    [Fact]
    public void MaxConsecutiveFailures_below_one_is_refused()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new StudyOptions { MaxConsecutiveFailures = 0 });
        Assert.Equal("MaxConsecutiveFailures", exception.ParamName);
        Assert.Contains("at least 1", exception.Message);
    }

    [Fact]
    public void A_policy_that_there_is_not_is_refused()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new SharingOptions { ChangedSpace = (ChangedSpacePolicy)99 });
        Assert.Equal("ChangedSpace", exception.ParamName);
        Assert.Contains(nameof(ChangedSpacePolicy.Refuse), exception.Message);
    }

    [Fact]
    public void An_empty_name_is_refused() => Assert.Equal("Name", Assert.Throws<ArgumentException>(() => new StudyOptions { Name = " " }).ParamName);

    [Fact]
    public void Missing_parts_are_refused()
    {
        Assert.Equal("Strategy", Assert.Throws<ArgumentNullException>(() => new StudyOptions { Strategy = null! }).ParamName);
        Assert.Equal("Pruner", Assert.Throws<ArgumentNullException>(() => new StudyOptions { Pruner = null! }).ParamName);
        Assert.Equal("Logger", Assert.Throws<ArgumentNullException>(() => new StudyOptions { Logger = null! }).ParamName);
        Assert.Equal("TimeProvider", Assert.Throws<ArgumentNullException>(() => new StudyOptions { TimeProvider = null! }).ParamName);
    }

    [Fact]
    public void The_defaults_are_what_the_documentation_says()
    {
        var options = new StudyOptions();
        Assert.Equal(1, options.Parallelism);
        Assert.Equal(10, options.MaxConsecutiveFailures);
        Assert.Same(Pruner.None, options.Pruner);
        Assert.Equal("Auto", options.Strategy.ToString());
        Assert.Null(options.Seed);
        Study<TestConfig> study = Study.Minimize<TestConfig>();
        Assert.Equal("TestConfig", study.Name);
        Assert.Equal(OptimizationDirection.Minimize, study.Direction);
        Assert.Same(TestConfig.Space, study.Space);
    }
}
