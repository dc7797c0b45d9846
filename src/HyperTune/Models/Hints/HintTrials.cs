using System.Collections.Immutable;
using HyperTune.Models.BestTrials;
using HyperTune.Models.Importance;

namespace HyperTune.Models.Hints;

/// <summary>The trials that hints are taken from.</summary>
internal sealed class HintTrials
{
    /// <summary>With fewer completed trials nothing can be told, nor of a parameter that exists in fewer of them.</summary>
    public const int FewestTrials = BestTrial.FewestTrials;

    // What mattered, a sample of so many shows as well as all; to order more by several objectives takes seconds.
    private const int MostTrials = 1000;

    private const int MostBest = 10;
    private const int LeastShareOfBest = 4;

    /// <param name="space">The space of now.</param>
    /// <param name="completed">The completed trials in it, in the order of their numbers; those that break a limit, too.</param>
    /// <param name="failed">The failed trials.</param>
    /// <param name="subject">What trials are good or bad in.</param>
    /// <param name="signs">Of each objective, what turns a loss back into its value.</param>
    /// <param name="front">The numbers of the trials that no other one beats.</param>
    public HintTrials(
        SearchSpace space, IReadOnlyList<TrialResult> completed, IReadOnlyList<TrialResult> failed, ImportanceSubject subject,
        ImmutableArray<double> signs, IReadOnlyCollection<int> front)
    {
        Space = space;
        All = completed;
        Failed = failed;
        Subject = subject;
        Signs = signs;

        // The best ones are in any sample.
        HashSet<int> kept = [.. EvenSample.Of(completed.Count, MostTrials), .. BestOf(completed, front)];
        Sample = completed.Count <= MostTrials ? completed : [.. completed.Where((_, place) => kept.Contains(place))];
        IReadOnlyList<TrialResult> ranked = signs.Length == 1 ? completed : Sample;
        double[] losses = subject.LossesOf(ranked);
        int[] rows = [.. Enumerable.Range(0, ranked.Count)];
        Ranked = [.. rows.Where(row => ranked[row].Violation <= 0).OrderBy(row => losses[row]).ThenBy(row => ranked[row].Number).Select(row => ranked[row])];
    }

    public SearchSpace Space { get; }

    /// <summary>The config type's name, as code writes it.</summary>
    public required string ConfigName { get; init; }

    /// <summary>All completed trials, in the order of their numbers.</summary>
    public IReadOnlyList<TrialResult> All { get; }

    /// <summary>The completed trials; of very many an even sample and the best ones. In the order of their numbers.</summary>
    public IReadOnlyList<TrialResult> Sample { get; }

    /// <summary>Those that keep the limits, the best first; of very many on several objectives those of the sample.</summary>
    public ImmutableArray<TrialResult> Ranked { get; }

    public IReadOnlyList<TrialResult> Failed { get; }

    public ImportanceSubject Subject { get; }

    public ImmutableArray<double> Signs { get; }

    /// <summary>Whether one number says how good a trial is.</summary>
    public bool HasOneObjective => Signs.Length == 1;

    /// <summary>How many of so many trials are the best ones: ten, or a quarter of fewer than forty.</summary>
    public static int BestCount(int count) => Math.Min(MostBest, count / LeastShareOfBest);

    /// <summary>The best trials of all.</summary>
    public ReadOnlySpan<TrialResult> Best => Ranked.AsSpan(0, BestCount(Ranked.Length));

    /// <summary>The value of the first objective as the user knows it.</summary>
    public double ValueOf(in TrialResult trial) => Signs[0] * trial.Values.Span[0];

    /// <summary>The first of the ranking that is better than a config's trial in every objective; <see langword="null"/> where the config was not tried, or none is.</summary>
    public int? Dominating(ReadOnlySpan<double> config)
    {
        foreach (TrialResult trial in All)
        {
            if (trial.Vector.Span.SequenceEqual(config))
            {
                double[] values = trial.Values.ToArray();
                return Ranked.Where(other => other.Values.ToArray().Zip(values).All(static pair => pair.First < pair.Second)).Select(static other => (int?)other.Number).FirstOrDefault();
            }
        }

        return null;
    }

    /// <summary>The trials of the ranking in which a parameter exists, the best first.</summary>
    public TrialResult[] RankedWith(Parameter parameter) => [.. Ranked.Where(trial => IsIn(parameter, trial))];

    public static bool IsIn(Parameter parameter, in TrialResult trial) => !double.IsNaN(trial.Vector.Span[parameter.Index]);

    // The places of the best trials in each objective, and of the front.
    private static IEnumerable<int> BestOf(IReadOnlyList<TrialResult> completed, IReadOnlyCollection<int> front)
    {
        if (completed.Count <= MostTrials)
        {
            return [];
        }

        IEnumerable<int> byFirst = Enumerable.Range(0, completed.Count)
            .Where(place => completed[place].Violation <= 0)
            .OrderBy(place => completed[place].Values.Span[0])
            .Take(MostBest);
        HashSet<int> numbers = [.. front.Take(MostTrials)];
        return byFirst.Concat(Enumerable.Range(0, completed.Count).Where(place => numbers.Contains(completed[place].Number)));
    }
}
