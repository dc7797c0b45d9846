using System.Text.Json;

namespace HyperTune.Tests;

/// <summary>Trials that are not in the search space of now keep their own values and count for nothing, over every storage.</summary>
public sealed class OtherSpaceTests
{
    private static readonly double[][] Before =
    [
        [0, 0.1],   // a choice that is removed
        [1, 0.2],   // below the range of now
        [1, 0.75],
        [0, 0.9],   // a choice that is removed
        [1, 0.4],   // below the range of now
    ];

    public static TheoryData<string, ChangedSpacePolicy> Continuing { get; } = StoragePlace.StoragesWith(
        [ChangedSpacePolicy.ContinueWithWhatFits, ChangedSpacePolicy.ContinueWithNearest]);

    [Theory]
    [MemberData(nameof(Continuing))]
    public void Trials_outside_the_space_of_now_keep_and_show_their_own_values(string kind, ChangedSpacePolicy policy)
    {
        using var place = new StoragePlace(kind);
        StudyResult<double[]> result = RunBefore(place, policy).GetResult();
        Assert.Equal([false, false, true, false, false], result.Trials.Select(static trial => trial.Fits));
        string[] shown = ["K = a, R = 0.1", "K = b, R = 0.2", "K = b, R = 0.75", "K = a, R = 0.9", "K = b, R = 0.4"];
        Assert.Equal(shown, result.Trials.Select(static trial => trial.Describe()));
        Assert.Equal(
            shown.Select(static (text, number) => $"Trial {number}: completed with {NumberFormat.Invariant(Loss(Before[number]))} ({text})"),
            result.Trials.Select(static trial => $"{trial}"));
        Assert.Contains("K is a. Allowed: ", Assert.Throws<InvalidOperationException>(() => result.Trials[0].Config).Message);
        Assert.Contains("R is 0.2. Allowed:", Assert.Throws<InvalidOperationException>(() => result.Trials[1].Config).Message);
        Assert.Equal([0, 0.75], result.Trials[2].Config);

        var csv = new StringWriter();
        result.WriteCsv(csv);
        string[] lines = csv.ToString().Split("\r\n");
        Assert.EndsWith(",K,R", lines[0]);
        Assert.Equal(["a,0.1", "b,0.2", "b,0.75", "a,0.9", "b,0.4"], lines[1..^1].Select(static line => string.Join(',', line.Split(',')[^2..])));

        using JsonDocument json = Json(result);
        JsonElement trials = json.RootElement.GetProperty("trials");
        Assert.False(trials[0].TryGetProperty("config", out _));
        Assert.Equal("a", trials[0].GetProperty("values").GetProperty("K").GetString());
        Assert.Equal("0.1", trials[0].GetProperty("values").GetProperty("R").GetString());
        Assert.Equal(0.75, trials[2].GetProperty("config").GetProperty("R").GetDouble());
        Assert.Equal(2, json.RootElement.GetProperty("best").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Continuing))]
    public void Trials_outside_the_space_of_now_count_for_neither_best_nor_target(string kind, ChangedSpacePolicy policy)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = RunBefore(place, policy);
        Assert.Equal(2, study.Best.Number);
        Assert.Equal(2, study.GetResult().BestObserved.Number);
        Assert.Equal(2, study.GetResult().BestByMean.Number);
        Assert.StartsWith("Trial 2 has the best value", study.GetResult().BestReason);

        // Trials 1 and 4 would reach the target.
        StudyResult<double[]> result = study.Run(static config => 10 + config[1], new Budget { Trials = 8, TargetValue = 0.5 });
        Assert.Equal((8, StopReason.TrialBudgetSpent), (result.Trials.Count, result.StopReason));
        Assert.Equal(2, result.Best.Number);
    }

    [Theory]
    [MemberData(nameof(Continuing))]
    public void A_model_over_many_trials_chooses_none_that_is_outside_the_space_of_now(string kind, ChangedSpacePolicy policy)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> before = place.Open(space: Space(["a", "b"], 0));
        var random = new RandomStream(5);
        before.Run(
            config =>
            {
                // Noisy, and the better the lower: the best mean is outside the range of now.
                double noise = random.NextUnit() - 0.5;
                return config[1] + (config[0] == 1 ? 0 : 5) + noise;
            },
            80);
        StudyResult<double[]> result = Reopen(place, policy).GetResult();
        Assert.True(result.Best.Fits);
        Assert.True(result.BestObserved.Fits);
        Assert.True(result.BestByMean.Fits);
        Assert.InRange(result.Trials.Count(static trial => trial.Fits), 10, 40);
        Assert.Equal(result.Completed.Count(), result.Importance().TrialCount);
    }

    [Theory]
    [MemberData(nameof(Continuing))]
    public void A_study_of_which_nothing_fits_has_no_best_trial(string kind, ChangedSpacePolicy policy)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> before = place.Open(space: Space(["a", "b"], 0));
        before.Enqueue([0, 0.1]);
        before.Enqueue([1, 0.2]);
        before.Run(Loss, 2);
        StudyResult<double[]> result = Reopen(place, policy).GetResult();
        Assert.Null(result.BestOrDefault);
        Assert.Null(result.BestReason);
        string message = Assert.Throws<InvalidOperationException>(() => result.Best).Message;
        Assert.Contains("none of its 2 completed trials is in the search space of now", message);
        using JsonDocument json = Json(result);
        Assert.False(json.RootElement.TryGetProperty("best", out _));
    }

    [Theory]
    [MemberData(nameof(Continuing))]
    public void Models_learn_from_the_nearest_point_where_that_is_wanted_and_never_from_a_removed_choice(string kind, ChangedSpacePolicy policy)
    {
        using var place = new StoragePlace(kind);
        var strategy = new RecordingStrategy();
        Study<double[]> study = RunBefore(place, policy, strategy);
        study.Run(static config => config[1], 6);
        (int, double, double)[] known = policy == ChangedSpacePolicy.ContinueWithNearest ? [(1, 0, 0.5), (2, 0, 0.75), (4, 0, 0.5)] : [(2, 0, 0.75)];
        Assert.Equal(known, strategy.Told.SkipLast(1).Select(static told => (told.Number, told.Vector.Span[0], told.Vector.Span[1])));
        Assert.All(strategy.Told, told => Assert.Equal(study.Trials[told.Number].Value, told.Values.Span[0]));
        Assert.Equal([5], strategy.Asked);
    }

    [Theory]
    [MemberData(nameof(Continuing))]
    public void A_new_constraint_counts_as_a_space_of_its_own(string kind, ChangedSpacePolicy policy)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> before = place.Open(space: Space(["a", "b"], 0));
        before.Enqueue([0, 0.1]);
        before.Enqueue([1, 0.9]);
        before.Run(static config => config[1], 2);

        // A constraint is code: it shows only in what it says about the trials.
        var constrained = new TestSpace(Space(["a", "b"], 0).Parameters, static config => config[1] >= 0.5);
        var strategy = new RecordingStrategy();
        Study<double[]> study = place.Open(
            options => options with { Strategy = strategy, Sharing = new SharingOptions { ChangedSpace = policy } }, constrained);
        Assert.Equal([false, true], study.Trials.Select(static trial => trial.Fits));
        Assert.Equal(["K = a, R = 0.1", "K = b, R = 0.9"], study.Trials.Select(static trial => trial.Describe()));
        Assert.Contains("breaks the constraint", Assert.Throws<InvalidOperationException>(() => study.Trials[0].Config).Message);
        Assert.Equal(1, study.Best.Number);
        study.Enqueue([1, 0.95]);
        StudyResult<double[]> result = study.Run(static config => config[1], new Budget { Trials = 3, TargetValue = 0.5 });
        Assert.Equal(StopReason.TrialBudgetSpent, result.StopReason);
        Assert.Equal([1, 2], strategy.Told.Select(static told => told.Number));
    }

    [Theory]
    [MemberData(nameof(Continuing))]
    public async Task A_trial_that_waits_and_is_outside_the_space_of_now_fails_with_the_reason(string kind, ChangedSpacePolicy policy)
    {
        using var place = new StoragePlace(kind);
        place.Open(space: Space(["a", "b"], 0)).Enqueue([0, 0.1]);
        Study<double[]> study = Reopen(place, policy);
        Assert.Equal((TrialState.Waiting, "K = a, R = 0.1"), (study.Trials[0].State, study.Trials[0].Describe()));
        Assert.Contains("K is a", (await Assert.ThrowsAsync<InvalidOperationException>(async () => await study.AskAsync())).Message);
        Assert.Equal(TrialState.Failed, study.Trials[0].State);
        Assert.Equal(1, (await study.AskAsync()).Number);
    }

    private static double Loss(double[] config) => (config[0] == 0 ? 10 : 0) + config[1];

    private static Study<double[]> RunBefore(StoragePlace place, ChangedSpacePolicy policy, Strategy? strategy = null)
    {
        Study<double[]> before = place.Open(space: Space(["a", "b"], 0));
        foreach (double[] config in Before)
        {
            before.Enqueue(config);
        }

        before.Run(Loss, Before.Length);
        return Reopen(place, policy, strategy);
    }

    private static Study<double[]> Reopen(StoragePlace place, ChangedSpacePolicy policy, Strategy? strategy = null) => place.Open(
        options => options with { Strategy = strategy ?? options.Strategy, Sharing = new SharingOptions { ChangedSpace = policy } },
        Space(["b", "c"], 0.5));

    private static TestSpace Space(string[] choices, double low) => TestSpace.Of(
        new Parameter<string>("K", 0, new ChoiceDistribution([.. choices]), 0, value => choices[(int)value], value => Array.IndexOf(choices, value)),
        TestSpace.CreateParameter("R", 1, new UniformDistribution(low, 1)));

    private static JsonDocument Json(StudyResult<double[]> result)
    {
        var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content))
        {
            result.WriteJson(writer);
        }

        return JsonDocument.Parse(content.ToArray());
    }
}
