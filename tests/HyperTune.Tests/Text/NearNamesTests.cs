namespace HyperTune.Tests;

public sealed class NearNamesTests
{
    [Theory]
    [InlineData("digist", "digits")]
    [InlineData("Digits", "digits")]
    [InlineData("digit", "digits")]
    [InlineData("dgitis", "digits")]
    [InlineData("a", "b")]
    [InlineData("experiment-12", "experiment-13")]
    public void Names_that_differ_by_a_slip_come_near(string typed, string meant) => Assert.Equal([meant], NearNames.Of(typed, [meant]));

    [Theory]
    [InlineData("digits", "mnist")]
    [InlineData("ab", "cd")]
    [InlineData("latency", "accuracy")]
    public void Other_names_do_not(string typed, string other) => Assert.Empty(NearNames.Of(typed, [other]));

    [Fact]
    public void The_nearest_comes_first_and_there_are_five_at_most()
        => Assert.Equal(["study-1", "study-12", "study-2", "study-3", "study-4"], NearNames.Of("study-1", ["study-12", "study-2", "study-3", "study-1", "study-4", "study-5"]));
}
