using HyperTune.Numerics.Pareto;

namespace HyperTune.Models.Importance;

/// <summary>What parameters may matter for: a number of each trial, smaller is better.</summary>
internal sealed class ImportanceSubject
{
    private readonly Func<IReadOnlyList<TrialResult>, double[]> _losses;

    private ImportanceSubject(string words, bool keepsLimits, Func<IReadOnlyList<TrialResult>, double[]> losses)
    {
        Words = words;
        KeepsLimits = keepsLimits;
        _losses = losses;
    }

    /// <summary>How long trials ran. Its logarithm, since durations differ by factors.</summary>
    public static ImportanceSubject Duration { get; } = new(
        "duration", keepsLimits: false, static trials => [.. trials.Select(static trial => Math.Log(Math.Max(1, (trial.Duration ?? TimeSpan.Zero).Ticks)))]);

    /// <summary>The place in the order of all objectives together.</summary>
    public static ImportanceSubject Front { get; } = new("the order of their fronts", keepsLimits: true, PlacesInOrder);

    /// <summary>What it is, in words.</summary>
    public string Words { get; }

    /// <summary>Whether a trial that breaks a limit cannot be good.</summary>
    public bool KeepsLimits { get; }

    /// <summary>One of the objectives.</summary>
    /// <param name="index">Its place among the objectives.</param>
    /// <param name="words">Its name.</param>
    public static ImportanceSubject Objective(int index, string words)
        => new(words, keepsLimits: true, trials => [.. trials.Select(trial => trial.Values.Span[index])]);

    /// <summary>The loss of each trial, finite.</summary>
    public double[] LossesOf(IReadOnlyList<TrialResult> trials) => _losses(trials);

    // Behind those within the limits come the others, the nearer the better.
    private static double[] PlacesInOrder(IReadOnlyList<TrialResult> trials)
    {
        double[] places = new double[trials.Count];
        int[] allowed = [.. Enumerable.Range(0, trials.Count).Where(row => trials[row].Violation <= 0)];
        int[] order = FrontOrder.Of([.. allowed.Select(row => trials[row].Values.ToArray())]);
        int[] broken = [.. Enumerable.Range(0, trials.Count).Except(allowed).OrderBy(row => trials[row].Violation)];
        for (int place = 0; place < places.Length; place++)
        {
            places[place < order.Length ? allowed[order[place]] : broken[place - order.Length]] = place;
        }

        return places;
    }
}
