namespace HyperTune.Tests;

public sealed class ChangedSpaceTests
{
    private static readonly Distribution Unit = new UniformDistribution(0, 1);
    private static readonly Distribution Units = new UniformDistribution(16, 64, 16);
    private static readonly Distribution Activation = new ChoiceDistribution(["relu", "tanh", "a,b(c)"]);

    private readonly SimulatedMedium _medium = new();

    [Fact]
    public void The_same_space_is_continued_in_another_order_and_with_other_defaults()
    {
        Open(Space(("X", Unit), ("Units", Units), ("Activation", Activation))).Run(static x => x[0], 5);
        Study<double[]> study = Open(Space(("Activation", Activation), ("X", Unit), ("Units", Units)));
        Assert.All(study.Trials, static trial => Assert.Equal(trial.Value, trial.Config[1]));
    }

    [Fact]
    public void A_changed_space_is_refused_with_its_differences()
    {
        Open(Space(("X", Unit), ("Units", Units), ("Activation", Activation), ("Gone", Unit), ("Rate", new LogUniformDistribution(1e-3, 1)))).Run(static x => x[0], 2);
        TestSpace changed = Space(
            ("X", new UniformDistribution(0, 0.5)),
            ("Units", new UniformDistribution(16, 128, 16)),
            ("Activation", new ChoiceDistribution(["relu", "gelu"])),
            ("New", Unit),
            ("Rate", new UniformDistribution(1e-3, 1)));
        var exception = Assert.Throws<SpaceChangedException>(() => Open(changed).Trials);
        Assert.Equal(
            [
                (SpaceDifferenceKind.Removed, "Gone"),
                (SpaceDifferenceKind.Narrowed, "X"),
                (SpaceDifferenceKind.Widened, "Units"),
                (SpaceDifferenceKind.Changed, "Activation"),
                (SpaceDifferenceKind.Added, "New"),
                (SpaceDifferenceKind.Changed, "Rate"),
            ],
            exception.Differences.Select(static difference => (difference.Kind, difference.Parameter)));
        Assert.Contains("X was narrowed: Uniform in [0, 1] became Uniform in [0, 0.5].", exception.Message);
        Assert.Contains("ChangedSpace", exception.Message);
    }

    [Fact]
    public void A_study_goes_on_with_what_fits()
    {
        Open(Space(("X", Unit), ("Gone", Unit), ("Activation", Activation))).Run(static x => x[0], 30);
        var strategy = new RecordingStrategy();
        TestSpace now = Space(("X", new UniformDistribution(0, 0.5)), ("New", Units), ("Activation", new ChoiceDistribution(["tanh", "relu", "a,b(c)"])));
        Study<double[]> study = Open(now, ChangedSpacePolicy.ContinueWithWhatFits, strategy);
        study.Run(static x => x[0], 31);
        Assert.Equal(31, study.Trials.Count);
        int[] fitting = [.. study.Trials.Where(static trial => trial.Fits).Select(static trial => trial.Number)];
        Assert.Equal(study.Trials.Where(static trial => trial.Value <= 0.5).Select(static trial => trial.Number), fitting);
        Assert.InRange(fitting.Length, 5, 29);
        Assert.Equal(fitting, strategy.Told.Select(static result => result.Number));
        Assert.All(study.Trials.Take(30).Where(static trial => trial.Fits), static trial => Assert.Equal(48, trial.Config[1]));
        Assert.All(strategy.Told, result => Assert.True(now.Contains(result.Vector.Span)));

        // From now on the study's space is the new one.
        Assert.Equal(31, Open(now).Trials.Count);
    }

    [Fact]
    public void Choices_are_found_again_by_their_names()
    {
        Open(Space(("Activation", Activation))).Run(static x => x[0], 20);
        Study<double[]> study = Open(Space(("Activation", new ChoiceDistribution(["a,b(c)", "relu", "tanh"]))), ChangedSpacePolicy.ContinueWithWhatFits);
        Assert.All(study.Trials, static trial => Assert.Equal((trial.Value + 1) % 3, trial.Config[0]));
    }

    [Fact]
    public void Values_outside_a_narrowed_range_count_as_the_nearest_one_where_that_is_wanted()
    {
        Open(Space(("X", Unit), ("Activation", Activation))).Run(static x => x[0], 20);
        var strategy = new RecordingStrategy();
        TestSpace now = Space(("X", new UniformDistribution(0.25, 0.5)), ("Activation", new ChoiceDistribution(["relu", "tanh"])));
        Study<double[]> study = Open(now, ChangedSpacePolicy.ContinueWithNearest, strategy);
        study.Run(static x => x[0], 21);
        Assert.All(strategy.Told.Take(strategy.Told.Count - 1), result
            => Assert.Equal(Math.Clamp(study.Trials[result.Number].Value!.Value, 0.25, 0.5), result.Vector.Span[0]));

        // Trials with a choice that is gone are no knowledge.
        Assert.InRange(strategy.Told.Count, 5, 20);
    }

    [Theory]
    [InlineData("uniform(0,1,0.25)")]
    [InlineData("loguniform(1,100,1)")]
    [InlineData("normal(0.5,0.1,-Infinity,Infinity,0)")]
    [InlineData("lognormal(0,1,0,Infinity,0)")]
    [InlineData("choice(1:a,3:b,c,4:(d):)")]
    [InlineData("ordinal(0:,2:x))")]
    public void A_canonical_text_reads_back(string text) => Assert.Equal(text, DistributionText.Parse(text).Canonical);

    [Theory]
    [InlineData("")]
    [InlineData("beta(1,2)")]
    [InlineData("uniform(0,1)")]
    [InlineData("uniform(0,1,0")]
    public void Another_text_is_refused(string text) => Assert.Throws<FormatException>(() => DistributionText.Parse(text));

    [Fact]
    public void A_space_written_by_a_newer_version_is_named()
    {
        Open(Space(("X", Unit))).Run(static x => x[0], 1);
        _medium.Replace("uniform(0,1,0)", "bernoulli(1,0)");
        var exception = Assert.Throws<JournalException>(() => Open(Space(("X", Unit))).Trials);
        Assert.Contains("bernoulli", exception.Message);
        Assert.Contains("newer version", exception.Message);
    }

    private static TestSpace Space(params (string Name, Distribution Distribution)[] parameters)
        => TestSpace.Of([.. parameters.Select(static (parameter, i) => TestSpace.CreateParameter(parameter.Name, i, parameter.Distribution))]);

    private Study<double[]> Open(TestSpace space, ChangedSpacePolicy policy = ChangedSpacePolicy.Refuse, Strategy? strategy = null)
        => new(space, OptimizationDirection.Minimize, Studies.Seeded with
        {
            Storage = new SimulatedStorage(_medium),
            Sharing = new SharingOptions { ChangedSpace = policy },
            Strategy = strategy ?? Strategy.Random(),
        });
}
