namespace HyperTune.Tests.Spaces;

/// <summary>What two versions of a space differ in, and that their fingerprints differ exactly when the meaning does.</summary>
public sealed partial class SpaceComparisonTests
{
    private static readonly SearchSpace Before = First.Space;

    public static TheoryData<string, SearchSpace, string[]> Changes => new()
    {
        { "default, order, documentation and other members", Reordered.Space, [] },
        { "added", Added.Space, ["Added Extra: '' -> 'Uniform in [0, 1]'"] },
        { "removed", Removed.Space, ["Removed Units: 'Uniform in [16, 256] in steps of 16' -> ''"] },
        { "narrowed", Narrowed.Space, ["Narrowed Rate: 'Log-uniform in [0.0001, 0.1]' -> 'Log-uniform in [0.001, 0.1]'", "Narrowed Kind: 'One of a, b, c' -> 'One of a, b'"] },
        { "widened", Widened.Space, ["Widened Units: 'Uniform in [16, 256] in steps of 16' -> 'Uniform in [16, 512] in steps of 16'", "Widened Kind: 'One of a, b, c' -> 'One of a, b, c, d'"] },
        { "another distribution", Changed.Space, ["Changed Rate: 'Log-uniform in [0.0001, 0.1]' -> 'Normal with mean 0.01 and standard deviation 0.01 in [0.0001, 0.1]'"] },
        { "another condition", Conditional.Space, ["ConditionChanged Units: 'always' -> 'when Kind is a or b'"] },
        { "renamed without a stable name", Lost.Space, ["Removed Rate: 'Log-uniform in [0.0001, 0.1]' -> ''", "Added LearningRate: '' -> 'Log-uniform in [0.0001, 0.1]'"] },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Differences_are_told_by_kind(string what, SearchSpace after, string[] expected)
    {
        Assert.NotEmpty(what);
        SpaceDifference[] differences = [.. SearchSpace.Compare(Before, after)];
        Assert.Equal(expected, differences.Select(static difference => $"{difference.Kind} {difference.Parameter}: '{difference.Before}' -> '{difference.After}'"));
        Assert.Equal(expected.Length == 0, Before.Fingerprint == after.Fingerprint);
        Assert.All(differences, static difference => Assert.StartsWith(difference.Parameter + " ", difference.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Property_renamed_behind_a_stable_name_keeps_the_meaning()
    {
        SpaceDifference difference = Assert.Single(SearchSpace.Compare(Before, Renamed.Space));
        Assert.Equal(new SpaceDifference(SpaceDifferenceKind.Renamed, "Rate", "Rate", "LearningRate"), difference);
        Assert.Equal("Rate is the same, but its property Rate is now named LearningRate.", difference.ToString());
        Assert.Equal(Before.Fingerprint, Renamed.Space.Fingerprint);
    }

    [Fact]
    public void Differences_reach_into_nested_spaces()
    {
        Assert.Equal(["Removed Inner.Rate", "Widened Inner.Units"], SearchSpace.Compare(Outer.Space, WiderOuter.Space)
            .Select(static difference => $"{difference.Kind} {difference.Parameter}"));
        Assert.Empty(SearchSpace.Compare(Outer.Space, Outer.Space));
    }

    [SearchSpace]
    private sealed partial record First([LogUniform(1e-4, 1e-1)] double Rate, [Uniform(16, 256, Step = 16)] int Units, [Choice("a", "b", "c")] string Kind);

    [SearchSpace]
    private sealed partial record Reordered(int Untuned = 3)
    {
        /// <summary>Another default in another place.</summary>
        [Uniform(16, 256, Step = 16)] public int Units { get; init; } = 32;

        [Choice("a", "b", "c")] public string Kind { get; init; } = "c";

        [LogUniform(1e-4, 1e-1)] public double Rate { get; init; } = 0.01;
    }

    [SearchSpace]
    private sealed partial record Added([LogUniform(1e-4, 1e-1)] double Rate, [Uniform(16, 256, Step = 16)] int Units, [Choice("a", "b", "c")] string Kind, [Uniform(0, 1)] double Extra);

    [SearchSpace]
    private sealed partial record Removed([LogUniform(1e-4, 1e-1)] double Rate, [Choice("a", "b", "c")] string Kind);

    [SearchSpace]
    private sealed partial record Narrowed([LogUniform(1e-3, 1e-1)] double Rate, [Uniform(16, 256, Step = 16)] int Units, [Choice("a", "b")] string Kind);

    [SearchSpace]
    private sealed partial record Widened([LogUniform(1e-4, 1e-1)] double Rate, [Uniform(16, 512, Step = 16)] int Units, [Choice("a", "b", "c", "d")] string Kind);

    [SearchSpace]
    private sealed partial record Changed([Normal(0.01, 0.01, Low = 1e-4, High = 1e-1)] double Rate, [Uniform(16, 256, Step = 16)] int Units, [Choice("a", "b", "c")] string Kind);

    [SearchSpace]
    private sealed partial record Conditional(
        [LogUniform(1e-4, 1e-1)] double Rate,
        [When(nameof(Conditional.Kind), "a", "b"), Uniform(16, 256, Step = 16)] int Units,
        [Choice("a", "b", "c")] string Kind);

    [SearchSpace]
    private sealed partial record Lost([LogUniform(1e-4, 1e-1)] double LearningRate, [Uniform(16, 256, Step = 16)] int Units, [Choice("a", "b", "c")] string Kind);

    [SearchSpace]
    private sealed partial record Renamed([LogUniform(1e-4, 1e-1, Name = "Rate")] double LearningRate, [Uniform(16, 256, Step = 16)] int Units, [Choice("a", "b", "c")] string Kind);

    [SearchSpace]
    private sealed partial record Outer(Narrow Inner);

    [SearchSpace]
    private sealed partial record WiderOuter([StableName("Inner")] Wide Part);

    [SearchSpace]
    private sealed partial record Narrow([LogUniform(1e-4, 1e-1)] double Rate, [Uniform(1, 3)] int Units);

    [SearchSpace]
    private sealed partial record Wide([Uniform(1, 9)] int Units);
}
