namespace HyperTune.Tests;

/// <summary>Studies give the trials that they gave when the golden files were written.</summary>
public sealed class GoldenTrialTests
{
    private const int Trials = 42;
    private const int TrialsOfFirstHalf = 21;

    private static readonly Dictionary<string, Strategy> OtherStrategies = new(StringComparer.Ordinal)
    {
        ["grid of five"] = Strategy.Grid(5),
        ["bayesian with options"] = Strategy.Bayesian(new BayesianOptions { StartTrials = 3, StartWithDefault = false, StagnationTrials = 4 }),
        ["tpe with options"] = Strategy.Tpe(new TpeOptions { StartTrials = 8, Candidates = 64, GoodShare = 0.3, LocalSearch = false }),
    };

    private static readonly Dictionary<string, Func<StudyOptions, IGoldenSession>> Spaces = new(StringComparer.Ordinal)
    {
        ["continuous"] = static options => new GoldenSession<ContinuousConfig>(options),
        ["mixed"] = static options => new GoldenSession<MixedConfig>(options),
        ["union"] = static options => new GoldenSession<UnionConfig>(options),
        ["list"] = static options => new GoldenSession<ListConfig>(options),
        ["constrained"] = static options => new GoldenSession<ConstrainedConfig>(options),
        ["finite"] = static options => new GoldenSession<FiniteConfig>(options),
    };

    public static TheoryData<string, string> Everything { get; } = Pairs(ConformanceStrategies.Independent.Concat(OtherStrategies.Keys));

    public static TheoryData<string, string> EverythingLearning { get; } = Pairs(ConformanceStrategies.Learning);

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Trials_of_a_study_are_those_of_the_past(string strategy, string space)
    {
        IGoldenSession session = Create(strategy, space);
        await session.AdvanceAsync(Trials);
        GoldenFile.Verify($"{strategy}.{space}", session.Lines);
    }

    [Theory]
    [MemberData(nameof(EverythingLearning))]
    public void Trials_of_a_run_with_a_budget_are_those_of_the_past(string strategy, string space)
    {
        IGoldenSession session = Create(strategy, space);
        session.Run(Trials);
        GoldenFile.Verify($"{strategy}.{space}.run", session.Lines);
    }

    [Theory]
    [MemberData(nameof(EverythingLearning))]
    public async Task Study_in_a_journal_that_is_reopened_half_way_gives_the_trials_of_one_in_memory(string strategy, string space)
    {
        using var directory = new TemporaryDirectory();
        IGoldenSession stored = Create(strategy, space, new JournalStorage(directory.File("golden.journal")));
        await stored.AdvanceAsync(TrialsOfFirstHalf);
        stored.Reopen();
        await stored.AdvanceAsync(Trials);

        IGoldenSession inMemory = Create(strategy, space);
        await inMemory.AdvanceAsync(Trials);
        Assert.Equal(inMemory.Lines, stored.Lines);
    }

    private static TheoryData<string, string> Pairs(IEnumerable<string> strategies)
    {
        var data = new TheoryData<string, string>();
        foreach (string strategy in strategies)
        {
            foreach (string space in Spaces.Keys.Where(space => space != "finite" || strategy is not "gradient"))
            {
                data.Add(strategy, space);
            }
        }

        return data;
    }

    private static IGoldenSession Create(string strategy, string space, StudyStorage? storage = null)
        => Spaces[space](new StudyOptions
        {
            Name = "golden",
            Seed = 11,
            Strategy = OtherStrategies.GetValueOrDefault(strategy) ?? ConformanceStrategies.Of(strategy),
            Storage = storage,
        });
}
